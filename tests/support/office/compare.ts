/** A form read back beside the form that was printed, field by field: what is right, what is wrong, and what of that was said. */

/** A field where the print has a value, or where one was read although it has none. */
export interface ComparedField {
  /** `indicators[3].score`: row numbers are those of the printed form; of the form read where the print has no such row. */
  readonly path: string
  /** Printed; empty for an invented value. White space left out. */
  readonly truth: string
  readonly found: string
  readonly right: boolean
  /** A person was asked to look at it. */
  readonly marked: boolean
}

type Fields = ReadonlyMap<string, string>

interface Rows {
  /** Everything but rows. */
  readonly alone: Fields
  readonly rows: Readonly<Record<RowKind, readonly Fields[]>>
}

const rowKinds = ['tasks', 'goals', 'indicators'] as const
type RowKind = (typeof rowKinds)[number]

/** Not a field of the form, but of its recognition. */
const NOT_A_FIELD = new Set(['layout'])

/** Lines `path: text` as `shownIn` makes them, by row. */
function rowsOf(lines: readonly string[]): Rows {
  const alone = new Map<string, string>()
  const rows: Record<RowKind, Map<string, string>[]> = { tasks: [], goals: [], indicators: [] }
  for (const line of lines) {
    const cut = line.indexOf(': ')
    const [path, text] = [line.slice(0, cut), line.slice(cut + 2).trim()]
    const match = /^(tasks|goals|indicators)\[(\d+)\](?:\.(.+))?$/.exec(path)
    if (match === null) {
      if (!NOT_A_FIELD.has(path)) alone.set(path, text)
      continue
    }
    const kind = match[1] as RowKind
    const at = Number(match[2])
    rows[kind][at] ??= new Map()
    if (kind === 'goals') {
      // The end of a line is trimmed: nothing may stand behind its bar.
      const [stated = '', achieved = ''] = text.split(/ \|(?: |$)/)
      rows[kind][at].set('stated', stated.trim()).set('achieved', achieved.trim())
    } else {
      rows[kind][at].set(match[3] ?? 'role', text)
    }
  }
  return { alone, rows }
}

function likeness(a: Fields, b: Fields): number {
  let points = 0
  for (const [field, text] of a) {
    const other = b.get(field) ?? ''
    if (text === other) points += text === '' ? 0.1 : field === 'name' ? 3 : 1
    else if (field === 'name' && text !== '' && other !== '' && [...text].some((sign) => other.includes(sign))) {
      points += [...text].filter((sign) => other.includes(sign)).length / text.length
    }
  }
  return points
}

/** Pairs of row numbers, in order, so that a row lost or doubled does not make every later row wrong; null for a row without partner. */
function paired(truth: readonly Fields[], found: readonly Fields[]): (readonly [number | null, number | null])[] {
  const best = Array.from({ length: truth.length + 1 }, () => new Array<number>(found.length + 1).fill(0))
  for (let t = truth.length - 1; t >= 0; t--) {
    for (let f = found.length - 1; f >= 0; f--) {
      const together = likeness(truth[t]!, found[f]!) + best[t + 1]![f + 1]!
      best[t]![f] = Math.max(together, best[t + 1]![f]!, best[t]![f + 1]!)
    }
  }
  const pairs: [number | null, number | null][] = []
  let [t, f] = [0, 0]
  while (t < truth.length || f < found.length) {
    const here = best[t]?.[f] ?? 0
    if (t < truth.length && f < found.length && here === likeness(truth[t]!, found[f]!) + best[t + 1]![f + 1]!) {
      pairs.push([t++, f++])
    } else if (t < truth.length && (f >= found.length || here === best[t + 1]![f]!)) pairs.push([t++, null])
    else pairs.push([null, f++])
  }
  return pairs
}

/** In a picture nobody sees whether a sign was typed wide or narrow, nor which of the signs for equality it was. */
export function withoutWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\ufe66\u2550]/g, '=')
    .replace(/\u2267/g, '≥')
    .replace(/\u2266/g, '≤')
    .replace(/[\u201c\u201d]/g, '"')
}

export interface Reading {
  /** As `shownIn` tells it. */
  readonly lines: readonly string[]
  /** Paths of cells that a person is asked to confirm, in the numbering of the form read. */
  readonly marked: ReadonlySet<string>
}

const nothing: Fields = new Map()

export function compareForms(
  truthLines: readonly string[],
  reading: Reading | null,
  fold: (text: string) => string = (text) => text,
): readonly ComparedField[] {
  const truth = rowsOf(truthLines)
  const found = rowsOf(reading?.lines ?? [])
  const fields: ComparedField[] = []
  // A target printed in three cells is kept as one: who is asked about a part is asked about it.
  const isMarked = (path: string) =>
    [path, `${path}.cell`, ...['attribute', 'unit'].map((part) => path.replace(/\.target$/, `.${part}`))].some(
      (one) => reading?.marked.has(one) === true,
    )
  const compare = (pathTruth: string, pathFound: string, a: Fields, b: Fields) => {
    for (const field of new Set([...a.keys(), ...b.keys()])) {
      const [printed, read] = [a.get(field) ?? '', b.get(field) ?? '']
      if (printed === '' && read === '') continue
      fields.push({
        path: pathTruth === '' ? field : `${pathTruth}.${field}`,
        truth: printed,
        found: read,
        right: fold(printed) === fold(read),
        marked: isMarked(pathFound === '' ? field : `${pathFound}.${field}`),
      })
    }
  }
  compare('', '', truth.alone, found.alone)
  for (const kind of rowKinds) {
    for (const [t, f] of paired(truth.rows[kind], found.rows[kind])) {
      const name = `${kind}[${t ?? `+${f}`}]`
      compare(
        name,
        f === null ? name : `${kind}[${f}]`,
        t === null ? nothing : truth.rows[kind][t]!,
        f === null ? nothing : found.rows[kind][f]!,
      )
    }
  }
  return fields
}

function digitsOf(text: string): string {
  return withoutWidth(text).replace(/[^0-9]/g, '')
}

/** Digits of the print, and how many of them came back. */
export function countDigits({ truth, found, right }: ComparedField): { readonly all: number; readonly right: number } {
  const printed = digitsOf(truth)
  if (right || printed === '') return { all: printed.length, right: printed.length }
  const read = digitsOf(found)
  let row = Array.from({ length: read.length + 1 }, (_, at) => at)
  for (let t = 1; t <= printed.length; t++) {
    const next = [t]
    for (let r = 1; r <= read.length; r++) {
      const same = printed[t - 1] === read[r - 1] ? 0 : 1
      next.push(Math.min(next[r - 1]! + 1, row[r]! + 1, row[r - 1]! + same))
    }
    row = next
  }
  return { all: printed.length, right: Math.max(0, printed.length - row[read.length]!) }
}
