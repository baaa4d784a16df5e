/** Many files: walked, checked by a pool of workers, written down as they are done, told in one table. */

import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hashOf } from './check-source.ts'
import { type FileResult, troubleOf } from './many/file-result.ts'
import { Journal } from './many/journal.ts'
import { ReportPaths } from './many/report-paths.ts'
import { nameOf, type Source } from './many/source.ts'
import { type Entry, type Table, tableOf } from './many/table.ts'
import { listFiles, readFiles } from './many/walk.ts'
import type { WorkLimits } from './work/limits.ts'
import { Pool } from './work/pool.ts'

export interface Progress {
  /** Files done, of those known so far: archives tell what they hold when they are opened. */
  readonly done: number
  readonly total: number
  /** Of the files done, those that were known from an earlier run. */
  readonly known: number
  readonly forms: number
  readonly errors: number
  readonly warnings: number
}

export interface ManyOptions {
  /** Edition id; else chosen by the place, kind and year that each form names. */
  readonly edition?: string
  /** Workers at once; at least one. */
  readonly jobs: number
  readonly limits?: WorkLimits
  /** Where results are written down as they come; a place of the user's own where left out. */
  readonly journal?: string
  /** Begins anew, whatever an earlier run has left. */
  readonly fresh?: boolean
  /** Folder for each form's report as JSON, named after its file. */
  readonly reports?: string
  /** Files that this run writes: not read where they stand among the inputs. */
  readonly ownOutput?: readonly string[]
  /** Breaks off: what is done stays, what is being done is dropped. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

export interface ManyResult {
  readonly table: Table
  /** The journal to go on from; null where the check is complete. */
  readonly journal: string | null
  /** Files that were known from an earlier run. */
  readonly known: number
}

class ManyCheck {
  readonly #options: ManyOptions
  readonly #journal: Journal
  readonly #pool: Pool
  readonly #reports: ReportPaths | null
  readonly #entries: Entry[] = []
  readonly #results: Map<string, FileResult>
  /** Contents in work or done in this run. */
  readonly #begun = new Set<string>()
  readonly #running = new Set<Promise<void>>()
  #fault: { readonly error: unknown } | null = null
  #total: number
  #done = 0
  #known = 0
  #forms = 0
  #errors = 0
  #warnings = 0

  constructor(options: ManyOptions, journal: Journal, total: number) {
    this.#options = options
    this.#journal = journal
    this.#results = new Map(journal.known)
    this.#pool = new Pool(Math.max(1, options.jobs), options.limits)
    this.#reports = options.reports === undefined ? null : new ReportPaths(options.reports)
    this.#total = total
  }

  get #broken(): boolean {
    return this.#options.signal?.aborted === true || this.#fault !== null
  }

  #progress(): void {
    this.#options.onProgress?.({
      done: this.#done,
      total: Math.max(this.#total, this.#done),
      known: this.#known,
      forms: this.#forms,
      errors: this.#errors,
      warnings: this.#warnings,
    })
  }

  #finish(result: FileResult | null): void {
    this.#done++
    for (const form of result?.forms ?? []) {
      this.#forms++
      this.#errors += form.errors
      this.#warnings += form.warnings
    }
    this.#progress()
  }

  async #isKnown(hash: string, stem: string | null): Promise<boolean> {
    const result = this.#results.get(hash)
    if (result === undefined) return false
    if (stem === null) return true
    const found = await Promise.all(
      this.#pathsOf(stem, result.forms.length).map((path) => stat(path).catch(() => null)),
    )
    return found.every((one) => one !== null)
  }

  #pathsOf(stem: string, forms: number): readonly string[] {
    return Array.from({ length: forms }, (_, index) => `${stem}${forms > 1 ? `-${index + 1}` : ''}.report.json`)
  }

  /** Checks one content on a free worker; `stem` says where its reports go. */
  async #check(path: string, hash: string, bytes: Uint8Array, stem: string | null): Promise<void> {
    const worker = await this.#pool.take()
    if (this.#broken) return
    const { edition } = this.#options
    const job = { bytes, name: nameOf(path), options: edition === undefined ? {} : { edition } }
    const work = async () => {
      const { result, reports } =
        stem === null
          ? { result: await this.#pool.run(worker, 'summarise', job), reports: [] }
          : await this.#pool.run(worker, 'report', job)
      if (this.#broken) return
      if (stem !== null) await this.#writeReports(stem, reports)
      this.#results.set(hash, result)
      this.#journal.add(result)
      this.#finish(result)
    }
    const running = work()
      .catch((error: unknown) => {
        this.#fault ??= { error }
      })
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  async #writeReports(stem: string, reports: readonly string[]): Promise<void> {
    const paths = this.#pathsOf(stem, reports.length)
    for (const [index, text] of reports.entries()) {
      await mkdir(dirname(paths[index]!), { recursive: true })
      await writeFile(paths[index]!, `${text}\n`)
    }
  }

  async #take(source: Source): Promise<void> {
    const { path } = source
    if (source.kind === 'ignored') {
      this.#entries.push({ path, ignored: source.reason })
      this.#finish(null)
    } else if (source.kind === 'refused') {
      this.#entries.push({ path, trouble: troubleOf(source.finding) })
      this.#finish(null)
    } else {
      const hash = hashOf(source.bytes)
      this.#entries.push({ path, hash })
      if (this.#begun.has(hash)) {
        this.#finish(null)
        return
      }
      this.#begun.add(hash)
      const stem = this.#reports?.stemFor(path) ?? null
      if (await this.#isKnown(hash, stem)) {
        this.#known++
        this.#finish(this.#results.get(hash) ?? null)
      } else await this.#check(path, hash, source.bytes, stem)
    }
  }

  async run(files: Awaited<ReturnType<typeof listFiles>>): Promise<void> {
    const stop = () => void this.#pool.close()
    this.#options.signal?.addEventListener('abort', stop)
    try {
      this.#progress()
      const sources = readFiles(files, (members) => {
        this.#total += members - 1
      })
      for await (const source of sources) {
        if (this.#broken) break
        await this.#take(source)
      }
      await Promise.all(this.#running)
    } finally {
      this.#options.signal?.removeEventListener('abort', stop)
      await this.#pool.close()
    }
    if (this.#fault !== null) throw this.#fault.error
  }

  result(): ManyResult {
    const { edition, signal } = this.#options
    const interrupted = signal?.aborted === true
    const pending = this.#total - this.#done
    const table = tableOf(this.#entries, this.#results, {
      ...(edition === undefined ? {} : { edition }),
      pending: interrupted ? pending : 0,
      interrupted,
    })
    return { table, journal: interrupted ? this.#journal.path : null, known: this.#known }
  }
}

/**
 * Checks all files below the inputs. One bad file never stops the rest; the same files give the same table whatever the
 * number of workers. Throws where the journal or the reports cannot be written, or for faults of the program.
 */
export async function checkMany(inputs: readonly string[], options: ManyOptions): Promise<ManyResult> {
  const { edition, journal: asked, fresh = false, ownOutput = [] } = options
  const about = edition === undefined ? {} : { edition }
  const journal = await (asked === undefined
    ? Journal.openOwn(inputs, about, fresh)
    : Journal.open(asked, about, fresh))
  let finished = false
  try {
    const files = await listFiles(inputs, [...ownOutput, journal.path])
    const check = new ManyCheck(options, journal, files.length)
    await check.run(files)
    const result = check.result()
    finished = !result.table.interrupted
    return result
  } finally {
    journal.close(finished)
  }
}
