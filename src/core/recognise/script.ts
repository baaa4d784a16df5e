/**
 * Some mirrored pages are converted to traditional characters, with the reading in brackets: 績(jī)效. For matching of
 * labels only, the readings are dropped and the characters folded; what the form prints is never changed.
 */

import { simplified } from '../values/traditional.ts'

const PINYIN = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)/g

/** Simplified characters, readings in brackets off. */
export function plainScript(key: string): string {
  const bare = key.includes('(') ? key.replace(PINYIN, '') : key
  let plain = ''
  for (const character of bare) plain += simplified.get(character) ?? character
  return plain
}
