/**
 * The residue law, kept while recognising: every non-empty source cell ends behind a field, in the list of what is
 * ignored on purpose, or in the list of what could not be read.
 */

import { gather } from '../model/gather.ts'
import {
  type Cell,
  type Exact,
  emptyCell,
  type FormPath,
  type NumberCell,
  type Place,
  type RecognitionEvent,
  type Residue,
  type Scalar,
  type SourceSpan,
  type TextCell,
} from '../model/index.ts'
import { readNumber } from '../values/index.ts'
import { cleanText, joinCells, type SourceCell } from './source.ts'

export type IgnoredReason = Residue['ignored'][number]['reason']

/** An event before the paths of its rows are known; at least one cell. */
interface PendingEvent {
  readonly kind: RecognitionEvent['kind']
  readonly cells: readonly SourceCell[]
  readonly data: Readonly<Record<string, Scalar>>
}

/** Cells by field, and the path of each field: looked up only where there is an event. */
interface Located {
  readonly fields: Iterable<readonly [field: string, cells: readonly SourceCell[]]>
  readonly pathOf: (field: string) => FormPath
}

export class Ledger {
  readonly #used = new Set<SourceCell>()
  readonly #ignored = new Map<SourceCell, IgnoredReason>()
  readonly #located: Located[] = []
  readonly events: PendingEvent[] = []

  use(cells: readonly SourceCell[]): void {
    const mayBeIgnored = this.#ignored.size > 0
    for (const cell of cells) {
      this.#used.add(cell)
      if (mayBeIgnored) this.#ignored.delete(cell)
    }
  }

  ignore(reason: IgnoredReason, cells: readonly SourceCell[]): void {
    for (const cell of cells) if (!this.#used.has(cell)) this.#ignored.set(cell, reason)
  }

  /** Where in the form a cell ends up: events that concern it are placed there. */
  locate(cells: readonly SourceCell[] | undefined, path: FormPath): void {
    if (cells !== undefined) this.#located.push({ fields: [['', cells]], pathOf: () => path })
  }

  /** The same for a whole row, by field. */
  locateRow(fields: ReadonlyMap<string, readonly SourceCell[]>, pathOf: (field: string) => FormPath): void {
    this.#located.push({ fields, pathOf })
  }

  isSettled(cell: SourceCell): boolean {
    return this.#used.has(cell) || this.#ignored.has(cell)
  }

  event(kind: PendingEvent['kind'], cells: readonly SourceCell[], data: Readonly<Record<string, Scalar>> = {}): void {
    this.events.push({ kind, cells, data })
  }

  /** A field that the form leaves out and the document around it names. */
  fromDocument(path: FormPath, cell: SourceCell, value: string): void {
    this.locate([cell], path)
    this.event('from-document', [cell], { field: path, value })
  }

  /** The events, each at the fields its cells ended in. */
  placedEvents(): RecognitionEvent[] {
    if (this.events.length === 0) return []
    const paths = this.#paths(new Set(gather(this.events, ({ cells }) => cells)))
    return this.events.map(({ kind, cells, data }) => ({
      kind,
      data,
      at: cells.map((cell) => ({
        path: paths.get(cell) ?? 'form',
        text: cell.text,
        ...(cell.source === undefined ? {} : { source: cell.source }),
      })) as [Place, ...Place[]],
    }))
  }

  /** Where the cells asked for ended; without `cells`, all of them. */
  #paths(asked?: ReadonlySet<SourceCell>): ReadonlyMap<SourceCell, FormPath> {
    const paths = new Map<SourceCell, FormPath>()
    for (const { fields, pathOf } of this.#located) {
      for (const [field, cells] of fields) {
        for (const cell of cells) if (asked?.has(cell) ?? true) paths.set(cell, pathOf(field))
      }
    }
    return paths
  }

  /** The fields in which doubtful cells ended. */
  doubtfulPaths(): ReadonlySet<FormPath> {
    return new Set(gather([...this.#paths()], ([cell, path]) => (isDoubtful(cell) ? [path] : [])))
  }

  /** Behind a field as text. */
  text(cells: readonly SourceCell[] | undefined): TextCell {
    const cell = this.#take(cells)
    return cell === null ? emptyCell : cellOf(cell, cleanText(cell.mended ?? cell.text))
  }

  /** Behind a field as a number: what cannot be read is null, never 0. */
  number(cells: readonly SourceCell[] | undefined): NumberCell {
    return this.as<Exact>(cells, (text) => readNumber(text).value)
  }

  numberOf(text: string): Exact | null {
    return readNumber(text).value
  }

  /** Behind a field, with a reading of its text. */
  as<T>(cells: readonly SourceCell[] | undefined, read: (text: string) => T | null): Cell<T> {
    const cell = this.#take(cells)
    return cell === null ? emptyCell : cellOf(cell, read(cell.mended ?? cell.text))
  }

  #take(cells: readonly SourceCell[] | undefined): SourceCell | null {
    if (cells === undefined || cells.length === 0) return null
    this.use(cells)
    return joinCells(cells as [SourceCell, ...SourceCell[]])
  }

  /** What became of `cells`, all non-empty cells of this form's rows, in reading order. */
  residue(cells: Iterable<SourceCell>): Residue {
    const ignored: Residue['ignored'][number][] = []
    const unread: Residue['unread'][number][] = []
    let used = 0
    for (const cell of cells) {
      const reason = this.#ignored.get(cell)
      const pieces = cell.joined ?? [cell]
      if (this.#used.has(cell)) {
        used += pieces.length
        continue
      }
      for (const { text, source } of pieces) {
        if (reason === undefined) unread.push(source === undefined ? { text } : { text, source })
        else ignored.push(source === undefined ? { text, reason } : { text, source, reason })
      }
    }
    return { used, ignored, unread }
  }
}

function isDoubtful({ doubtful, joined }: SourceCell): boolean {
  return doubtful === true || joined?.some(isDoubtful) === true
}

interface Standing {
  readonly source?: SourceSpan | undefined
  readonly confidence?: number | undefined
}

/**
 * A cell of the form that stands where `at` stands. Fields are written out, here and wherever many objects are made: one
 * made by spreading another often gets a shape of its own, and what reads objects of many shapes is slow.
 */
export function cellFrom<T>({ source: origin, confidence }: Standing, raw: string, value: T): Cell<T & {}> {
  const read = value as (T & {}) | null
  if (origin === undefined) return confidence === undefined ? { raw, value: read } : { confidence, raw, value: read }
  return confidence === undefined ? { origin, raw, value: read } : { origin, confidence, raw, value: read }
}

/** A cell of the form, from where it stands. */
function cellOf<T>(cell: SourceCell, read: T | null): Cell<T> {
  const { source: origin, confidence = 1, alternatives } = cell
  const raw = cell.mended ?? cell.text
  // Where ink was seen and nothing read there is no value, not even an empty one.
  const value = raw === '' ? null : read
  if (alternatives === undefined) return cellFrom<T | null>(cell, raw, value)
  return { ...(origin === undefined ? {} : { origin }), confidence, alternatives, raw, value }
}
