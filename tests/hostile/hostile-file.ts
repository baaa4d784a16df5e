/** A file made to hurt a reader, and what the reader has to say of it. */

import type { ReaderId } from '../contract/readers/readers.ts'

export interface HostileFile {
  readonly reader: ReaderId
  readonly name: string
  readonly bytes: () => Uint8Array
  /** 'rule/message' of a finding that has to be there; null where the file is harmless once bounded. */
  readonly says: string | null
}

export const MEGABYTE = 1024 * 1024

export const utf8 = (text: string): Uint8Array => Buffer.from(text)

/** Entities of entities: a few hundred bytes that stand for a billion words. */
export const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, n) => {
  const name = String.fromCharCode(98 + n)
  return `<!ENTITY ${name} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`
}).join('')}]>`
