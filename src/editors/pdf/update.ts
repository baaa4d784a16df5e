/** Objects put behind a PDF file, as an update of it: every byte that was there stays. */

import type { PdfFile } from './pdf-file.ts'

export class PdfUpdate {
  readonly #file: PdfFile
  readonly #objects = new Map<number, string>()
  #next: number

  constructor(file: PdfFile) {
    this.#file = file
    this.#next = file.size
  }

  /** The number of a new object. */
  reserve(): number {
    return this.#next++
  }

  /** `content`: all between `obj` and `endobj`, one character a byte. */
  set(number: number, content: string): void {
    this.#objects.set(number, content)
  }

  add(content: string): number {
    const number = this.reserve()
    this.set(number, content)
    return number
  }

  bytes(): Uint8Array {
    const { text, trailer, startXref, hasStreamTable } = this.#file
    const pieces: string[] = [text, text.endsWith('\n') ? '' : '\n']
    let at = text.length + pieces[1]!.length
    const places = new Map<number, number>()
    const put = (piece: string) => {
      pieces.push(piece)
      at += piece.length
    }
    for (const [number, content] of [...this.#objects].sort((a, b) => a[0] - b[0])) {
      places.set(number, at)
      put(`${number} 0 obj\n${content}\nendobj\n`)
    }
    const kept = ['Root', 'Info', 'ID'].flatMap((name) => {
      const value = trailer.get(name)
      return value === undefined ? [] : [`/${name} ${value}`]
    })
    const start = at
    if (hasStreamTable) {
      const own = this.reserve()
      places.set(own, start)
      const numbers = [...places.keys()].sort((a, b) => a - b)
      const line = (number: number) => {
        const place = places.get(number)!
        return String.fromCharCode(1, (place >>> 24) & 255, (place >>> 16) & 255, (place >>> 8) & 255, place & 255, 0)
      }
      const table = numbers.map(line).join('')
      const index = numbers.map((number) => `${number} 1`).join(' ')
      put(
        `${own} 0 obj\n<</Type /XRef\n/Size ${this.#next}\n/W [1 4 1]\n/Index [${index}]\n/Prev ${startXref}\n/Length ${table.length}\n${kept.join('\n')}>>\nstream\n${table}\nendstream\nendobj\n`,
      )
    } else {
      const lines = [...places.keys()]
        .sort((a, b) => a - b)
        .map((number) => `${number} 1\n${String(places.get(number)).padStart(10, '0')} 00000 n \n`)
      put(`xref\n${lines.join('')}trailer\n<</Size ${this.#next}\n/Prev ${startXref}\n${kept.join('\n')}>>\n`)
    }
    put(`startxref\n${start}\n%%EOF\n`)
    return new Uint8Array(Buffer.from(pieces.join(''), 'latin1'))
  }

  /** A value of another file, with all that it refers to copied here. `copied`: numbers here by numbers there. */
  copied(from: PdfFile, value: string, copied: Map<number, number>): string {
    return mapReferences(value, (reference) => {
      const known = copied.get(reference)
      if (known !== undefined) return known
      const own = this.reserve()
      copied.set(reference, own)
      const { text, stream } = from.object(reference)
      const moved = this.copied(from, text, copied)
      this.set(own, stream === null ? moved : `${moved}\nstream\n${stream}\nendstream`)
      return own
    })
  }
}

/** References in a value, mapped; those inside texts are none. */
function mapReferences(value: string, map: (number: number) => number): string {
  return value.replace(
    /\((?:\\[\s\S]|[^()\\]|\((?:\\[\s\S]|[^()\\])*\))*\)|<[0-9A-Fa-f\s]*>|(?<![^\0\t\n\f\r ()<>[\]{}/%])(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/g,
    (whole, number?: string) => (number === undefined ? whole : `${map(Number(number))} 0 R`),
  )
}
