/**
 * Some mirrored pages are converted to traditional characters, with the reading in brackets: 績(jī)效. For matching of
 * labels only, the readings are dropped and the characters folded; what the form prints is never changed.
 */

import { isUsual } from '../values/fold.ts'
import { simplified } from '../values/traditional.ts'

/** How a sign is read, in brackets behind it. */
export const READING = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)/g

/** Simplified characters, readings in brackets off. */
export function plainScript(key: string): string {
  const bare = key.includes('(') ? key.replace(READING, '') : key
  let first = 0
  while (first < bare.length && isUsual(bare.charCodeAt(first))) first++
  if (first === bare.length) return bare
  let plain = bare.slice(0, first)
  for (let at = first; at < bare.length; at++) plain += simplified.get(bare.charCodeAt(at)) ?? bare[at]
  return plain
}
