/** Results on their way between processes: JSON in which exact figures stay exact figures and bytes stay bytes. */

import { Exact } from '../../core/model/index.ts'

const EXACT = '$exact'
const BYTES = '$bytes'

export function pack(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string, said: unknown) {
    const own = this[key]
    if (own instanceof Exact) return { [EXACT]: own.toString() }
    return own instanceof Uint8Array ? { [BYTES]: Buffer.from(own).toString('base64') } : said
  })
}

/** The way back; the caller knows what was packed. */
export function unpack<T>(text: string): T {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if (EXACT in value) return Exact.of(value[EXACT] as string)
    return BYTES in value ? new Uint8Array(Buffer.from(value[BYTES] as string, 'base64')) : value
  }) as T
}
