/** One text for one value: what is hashed and signed must be the same bytes wherever it is written. */

/** What can be written: plain data. `undefined` members are left out, as JSON does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** By UTF-16 code units, the order of RFC 8785: it depends on no language of the machine. */
function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * JSON without blanks, members sorted by their names' code units, texts and numbers written as JSON.stringify does (the
 * shortest decimal, the same on every machine: RFC 8785). Figures of a form travel as decimal texts; numbers are counts,
 * places and confidences. Throws a RangeError for a number that JSON cannot write (a programmer's error).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`no number of JSON: ${value}`)
    return JSON.stringify(value)
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  const members = Object.entries(value as Readonly<Record<string, Json | undefined>>)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([one], [other]) => byCodeUnits(one, other))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** What is wrong with stored data, told to whoever stored it. */
export interface Misfit {
  readonly problem: 'not-json' | 'newer' | 'wrong-shape'
  /** Where in the data: 'indicators[3].cells'. */
  readonly at: string
}

/**
 * Stored data brought to the present schema, one pure step after another: `steps[n]` makes schema n + 1 of schema n. Data of
 * a newer schema, or without a number, is refused: nobody knows what it means.
 */
export function upgraded(
  stored: { readonly schema?: unknown },
  present: number,
  steps: Readonly<Record<number, (older: never) => { readonly schema: number }>>,
): { readonly schema?: unknown } | Misfit {
  let data: { readonly schema?: unknown } = stored
  for (;;) {
    const { schema } = data
    if (schema === present) return data
    if (typeof schema !== 'number') return { problem: 'wrong-shape', at: 'schema' }
    const step = steps[schema]
    if (step === undefined) return { problem: schema > present ? 'newer' : 'wrong-shape', at: 'schema' }
    data = step(data as never)
  }
}
