/**
 * The journal of a check of many files: one JSON line for each file's result, written as it comes, so that a break costs
 * only what was being read. A result is known by the hash of the file's bytes; the first line says under which version and
 * options they hold. A line that is not whole is no result.
 */

import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { rulebookVersion } from '../../core/rulebook/index.ts'
import { version } from '../version.ts'
import type { FileResult } from './file-result.ts'

/** Of the lines of a journal; a journal of another shape is begun anew. */
const SHAPE = 1

/** What results depend on beside the bytes. */
export interface JournalOptions {
  readonly edition?: string
}

interface Header {
  readonly journal: typeof SHAPE
  readonly app: string
  readonly rulebook: string
  readonly edition: string | null
}

function headerOf({ edition }: JournalOptions): Header {
  return { journal: SHAPE, app: version, rulebook: rulebookVersion, edition: edition ?? null }
}

/** Where programs of this user keep what they need to go on: no place that is backed up, published or handed on. */
function stateFolder(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? homedir(), 'ziping')
  return join(XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'ziping')
}

/** The journal's own place for the same inputs under the same options, in `folder`. */
export function journalPath(inputs: readonly string[], options: JournalOptions, folder = stateFolder()): string {
  const about = JSON.stringify([inputs.map((input) => resolve(input)), options.edition ?? null])
  return join(folder, `check-${createHash('sha256').update(about).digest('hex').slice(0, 16)}.jsonl`)
}

function isResult(value: unknown): value is FileResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    'hash' in value &&
    typeof value.hash === 'string' &&
    'forms' in value &&
    Array.isArray(value.forms) &&
    'titles' in value
  )
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** The results of an earlier run under the same version and options; null where there are none to go on from. */
async function resultsIn(path: string, header: Header): Promise<Map<string, FileResult> | null> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  let results: Map<string, FileResult> | null = null
  try {
    for await (const line of lines) {
      const value = parse(line)
      if (results === null) {
        if (JSON.stringify(value) !== JSON.stringify(header)) return null
        results = new Map()
      } else if (isResult(value) && value.stopped !== true) results.set(value.hash, value)
    }
  } catch {
    return results
  }
  return results
}

export class Journal {
  readonly path: string
  /** Results of an earlier run that was broken off. */
  readonly known: ReadonlyMap<string, FileResult>
  readonly #file: number

  private constructor(path: string, file: number, known: ReadonlyMap<string, FileResult>) {
    this.path = path
    this.#file = file
    this.known = known
  }

  /** Goes on in the journal at `path`, or begins it: where there is none, none that fits, or where `fresh` asks for it. */
  static async open(path: string, options: JournalOptions, fresh: boolean): Promise<Journal> {
    const header = headerOf(options)
    mkdirSync(dirname(path), { recursive: true })
    const known = fresh ? null : await resultsIn(path, header)
    // Results name departments: they are for this user alone.
    const file = openSync(path, 'a+', 0o600)
    if (known === null) {
      ftruncateSync(file)
      writeSync(file, `${JSON.stringify(header)}\n`)
      return new Journal(path, file, new Map())
    }
    const size = fstatSync(file).size
    const last = Buffer.alloc(1)
    readSync(file, last, 0, 1, Math.max(0, size - 1))
    // A line that was torn off must not swallow the next one.
    if (last.toString('latin1') !== '\n') writeSync(file, '\n')
    return new Journal(path, file, known)
  }

  /** Where nobody named a place: the user's own, or the folder for temporary files where that cannot be written. */
  static async openOwn(inputs: readonly string[], options: JournalOptions, fresh: boolean): Promise<Journal> {
    try {
      return await Journal.open(journalPath(inputs, options), options, fresh)
    } catch {
      const folder = join(tmpdir(), `ziping-${userInfo().username}`)
      return Journal.open(journalPath(inputs, options, folder), options, fresh)
    }
  }

  /** Written at once and whole: a single call, before the next file is begun. */
  add(result: FileResult): void {
    writeSync(this.#file, `${JSON.stringify(result)}\n`)
  }

  /** `finished`: nothing is left to go on from. */
  close(finished: boolean): void {
    closeSync(this.#file)
    if (finished) rmSync(this.path, { force: true })
  }
}
