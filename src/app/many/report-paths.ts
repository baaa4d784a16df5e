/** Where what is written of each file goes: below one folder, under the file's own path, never outside it, never twice. */

import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Signs that some system does not allow in a name. */
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"|?*\\]/g
/** In bytes; file systems allow 255 for a name, and endings follow. */
const LONGEST_STEP = 180

function step(text: string): string {
  const safe = text.replace(FORBIDDEN, '_').replace(/[. ]+$/, '_')
  if (safe === '' || safe === '..') return '_'
  if (Buffer.byteLength(safe) <= LONGEST_STEP) return safe
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8)
  let kept = ''
  for (const character of safe) {
    if (Buffer.byteLength(kept + character) > LONGEST_STEP - digest.length) break
    kept += character
  }
  return `${kept}${digest}`
}

/** Of the last step, all that stands before a '-'. */
function beginningsOf(stem: string): readonly string[] {
  const name = Math.max(stem.lastIndexOf('/'), stem.lastIndexOf('\\')) + 1
  return [...stem.slice(name).matchAll(/-/g)].map(({ index }) => stem.slice(0, name + index))
}

export class ReportPaths {
  readonly #folder: string
  readonly #used = new Set<string>()
  /** What stands before a '-' in a stem that is used: endings of others begin with one ('a' + '-1.pdf' beside 'a-1' + '.pdf'). */
  readonly #begun = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The path without its ending, for a file; asked in the order of the files, so that the same files get the same. */
  stemFor(path: string): string {
    const steps = path.split('/').filter((each) => each !== '' && each !== '.')
    const plain = join(this.#folder, ...steps.map(step))
    // Some systems take names for one that differ in their case alone.
    for (let number = 1; ; number++) {
      const stem = number === 1 ? plain : `${plain}~${number}`
      const key = stem.toLowerCase()
      const begins = beginningsOf(key)
      // A stem with '~' is met by no ending of another.
      const met = number === 1 && (this.#begun.has(key) || begins.some((each) => this.#used.has(each)))
      if (met || this.#used.has(key)) continue
      this.#used.add(key)
      for (const each of begins) this.#begun.add(each)
      return stem
    }
  }
}
