/** Many files printed: walked, printed by a pool of workers, written below one folder, told in one table. */

import type { Finding, Severity } from '../core/model/index.ts'
import { type Trouble, troubleOf } from './many/file-result.ts'
import type { IgnoredReason } from './many/messages.ts'
import { ReportPaths } from './many/report-paths.ts'
import { nameOf, type Source } from './many/source.ts'
import { listFiles, readFiles } from './many/walk.ts'
import { keepFile } from './print/keep-file.ts'
import { infixOf, type PrintAnswer, type PrintOrder } from './print/print-checked.ts'
import type { WorkLimits } from './work/limits.ts'
import { Pool } from './work/pool.ts'

/**
 * `printed`: all its forms; `notPrinted`: it holds forms and nothing could be printed; `noForm`, `notRead`, `stopped`,
 * `ignored` as in a check of many files.
 */
export type PrintStatus = 'printed' | 'notPrinted' | 'noForm' | 'notRead' | 'stopped' | 'ignored'

export interface PrintRow {
  /** As it was reached from what the user named; members of archives stand below the archive. */
  readonly file: string
  readonly status: PrintStatus
  readonly forms: number
  /** What was written; `kept` where the same bytes stood there already. */
  readonly written: readonly { readonly path: string; readonly kept: boolean }[]
  readonly errors: number
  readonly warnings: number
  /** The gravest that was said. */
  readonly trouble: Trouble | null
  readonly ignored: IgnoredReason | null
}

export interface PrintTable {
  readonly schema: 1
  readonly what: string
  readonly to: string
  readonly rows: readonly PrintRow[]
  /** Broken off before the last file. */
  readonly interrupted: boolean
}

export interface PrintProgress {
  readonly done: number
  readonly total: number
  readonly files: number
  readonly failed: number
}

export interface PrintManyOptions {
  readonly order: PrintOrder
  readonly edition?: string
  /** Folder below which everything is written. */
  readonly folder: string
  /** Workers at once; at least one. */
  readonly jobs: number
  readonly limits?: WorkLimits
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: PrintProgress) => void
}

const noForm = 'recognise/no-form'
const grave: readonly Severity[] = ['error', 'warning', 'info']

function worstOf(findings: readonly Finding[]): Finding | undefined {
  for (const severity of grave) {
    const found = findings.find((finding) => finding.severity === severity)
    if (found !== undefined) return found
  }
  return undefined
}

function statusOf({ forms, files, findings, stopped }: PrintAnswer): PrintStatus {
  if (stopped === true) return 'stopped'
  if (forms > 0) return files.length > 0 ? 'printed' : 'notPrinted'
  return worstOf(findings)?.rule === noForm ? 'noForm' : 'notRead'
}

class ManyPrints {
  readonly #options: PrintManyOptions
  readonly #pool: Pool
  readonly #paths: ReportPaths
  readonly #rows: (PrintRow | undefined)[] = []
  readonly #running = new Set<Promise<void>>()
  #fault: { readonly error: unknown } | null = null
  #total: number
  #done = 0
  #files = 0
  #failed = 0

  constructor(options: PrintManyOptions, total: number) {
    this.#options = options
    this.#pool = new Pool(Math.max(1, options.jobs), options.limits)
    this.#paths = new ReportPaths(options.folder)
    this.#total = total
  }

  get #broken(): boolean {
    return this.#options.signal?.aborted === true || this.#fault !== null
  }

  #finish(at: number, row: PrintRow): void {
    this.#rows[at] = row
    this.#done++
    this.#files += row.written.length
    if (row.status !== 'printed' && row.status !== 'ignored') this.#failed++
    this.#options.onProgress?.({
      done: this.#done,
      total: Math.max(this.#total, this.#done),
      files: this.#files,
      failed: this.#failed,
    })
  }

  async #write(stem: string, { files }: PrintAnswer): Promise<PrintRow['written']> {
    const written: { path: string; kept: boolean }[] = []
    for (const { tail, content } of files) {
      const path = `${stem}${infixOf(this.#options.order.what)}${tail}`
      written.push({ path, kept: !(await keepFile(path, content)) })
    }
    return written
  }

  /** Prints one file on a free worker. */
  async #print(at: number, path: string, bytes: Uint8Array): Promise<void> {
    const stem = this.#paths.stemFor(path)
    const worker = await this.#pool.take()
    if (this.#broken) return
    const { edition, order } = this.#options
    const job = {
      bytes,
      name: nameOf(path),
      options: { print: order, ...(edition === undefined ? {} : { edition }) },
    }
    const work = async () => {
      const answer = await this.#pool.run(worker, 'print', job)
      if (this.#broken) return
      const worst = worstOf(answer.findings)
      this.#finish(at, {
        file: path,
        status: statusOf(answer),
        forms: answer.forms,
        written: await this.#write(stem, answer),
        errors: answer.findings.filter(({ severity }) => severity === 'error').length,
        warnings: answer.findings.filter(({ severity }) => severity === 'warning').length,
        trouble: worst === undefined ? null : troubleOf(worst, answer.rules),
        ignored: null,
      })
    }
    const running = work()
      .catch((error: unknown) => {
        this.#fault ??= { error }
      })
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  async #take(at: number, source: Source): Promise<void> {
    const { path } = source
    if (source.kind === 'file') return this.#print(at, path, source.bytes)
    const row = { file: path, forms: 0, written: [], warnings: 0 }
    this.#finish(
      at,
      source.kind === 'ignored'
        ? { ...row, status: 'ignored', errors: 0, trouble: null, ignored: source.reason }
        : { ...row, status: 'notRead', errors: 1, trouble: troubleOf(source.finding), ignored: null },
    )
  }

  async run(files: Awaited<ReturnType<typeof listFiles>>): Promise<void> {
    const stop = () => void this.#pool.close()
    this.#options.signal?.addEventListener('abort', stop)
    try {
      const sources = readFiles(files, (members) => {
        this.#total += members - 1
      })
      let at = 0
      for await (const source of sources) {
        if (this.#broken) break
        await this.#take(at++, source)
      }
      await Promise.all(this.#running)
    } finally {
      this.#options.signal?.removeEventListener('abort', stop)
      await this.#pool.close()
    }
    if (this.#fault !== null) throw this.#fault.error
  }

  table(): PrintTable {
    const { order, signal } = this.#options
    return {
      schema: 1,
      what: order.what,
      to: order.to,
      rows: this.#rows.filter((row) => row !== undefined),
      interrupted: signal?.aborted === true,
    }
  }
}

/**
 * Prints all files below the inputs. One bad file never stops the rest; the same files give the same outputs under the
 * same names whatever the number of workers. Throws where an output cannot be written, or for faults of the program.
 */
export async function printMany(inputs: readonly string[], options: PrintManyOptions): Promise<PrintTable> {
  const files = await listFiles(inputs, [options.folder])
  const prints = new ManyPrints(options, files.length)
  await prints.run(files)
  return prints.table()
}

/** 2 where nothing was printed, 1 where a form was not or printing found an error, else 0. */
export function printExitStatus({ rows }: PrintTable): 0 | 1 | 2 {
  if (!rows.some(({ status }) => status === 'printed')) return 2
  return rows.some(({ status, errors }) => status === 'notPrinted' || (status === 'printed' && errors > 0)) ? 1 : 0
}
