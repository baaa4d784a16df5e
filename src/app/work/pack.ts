/** Results on their way between processes: JSON in which exact figures stay exact figures. */

import { Exact } from '../../core/model/index.ts'

const EXACT = '$exact'

export function pack(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string, said: unknown) {
    const own = this[key]
    return own instanceof Exact ? { [EXACT]: own.toString() } : said
  })
}

/** The way back; the caller knows what was packed. */
export function unpack<T>(text: string): T {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(EXACT in value)) return value
    return Exact.of(value[EXACT] as string)
  }) as T
}
