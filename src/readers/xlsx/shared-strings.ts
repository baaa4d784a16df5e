/** Texts that cells share, and the way rich text is put together. */

import type { OfficePackage, PartProblem } from '../../containers/office-package.ts'

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/** What XML cannot hold is written `_xHHHH_`; line breaks come as they were typed, in any of their spellings. */
export function unescapeText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  return plain.includes('\r') ? plain.replaceAll('\r\n', '\n') : plain
}

/** Gathers the text of one item: plain or in runs, without the readings printed above it (拼音). */
export class RichText {
  #text = ''
  #readings = 0
  #inText = false

  open(name: string): void {
    if (name === 'rPh') this.#readings++
    else if (name === 't') this.#inText = this.#readings === 0
  }

  close(name: string): void {
    if (name === 'rPh') this.#readings--
    else if (name === 't') this.#inText = false
  }

  add(text: string): void {
    if (this.#inText) this.#text += text
  }

  /** The text gathered so far; the next one begins. */
  take(): string {
    const text = unescapeText(this.#text)
    this.#text = ''
    this.#inText = false
    this.#readings = 0
    return text
  }
}

export interface SharedStrings {
  readonly texts: readonly string[]
  readonly problem: PartProblem | null
  /** More than `limit` of them. */
  readonly tooMany: boolean
}

export function readSharedStrings(office: OfficePackage, part: string, limit: number): SharedStrings {
  const texts: string[] = []
  const rich = new RichText()
  let tooMany = false
  const problem = office.parse(part, {
    open: (name) => rich.open(name),
    text: (text) => rich.add(text),
    close: (name) => {
      rich.close(name)
      if (name !== 'si') return
      if (texts.length < limit) texts.push(rich.take())
      else tooMany = true
    },
  })
  return { texts, problem, tooMany }
}
