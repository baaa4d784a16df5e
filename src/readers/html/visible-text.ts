/** Running text as a browser shows it: white space closed up, kept where it is preformatted. */

const WHITE = /[ \t\n\r\f]+/g

export class VisibleText {
  /** Joined once, when taken: looking at the end of a growing text again and again would take for ever. */
  #parts: string[] = []
  #blank = false
  #atLineStart = true
  /** Line of the file where the text begins, from 1; 0 while there is none. */
  line = 0

  add(text: string, preformatted: boolean, line: number): void {
    if (preformatted) {
      this.#put(text.replace(/\r\n?/g, '\n'), line)
      return
    }
    const closed = text.replace(WHITE, ' ')
    if (closed.startsWith(' ')) this.#blank = true
    const words = closed.replace(/^ | $/g, '')
    if (words !== '') this.#put(words, line)
    if (closed.length > 1 && closed.endsWith(' ')) this.#blank = true
  }

  #put(text: string, line: number): void {
    if (text === '') return
    if (this.#blank && !this.#atLineStart) this.#parts.push(' ')
    this.#blank = false
    if (this.line === 0) this.line = line
    this.#parts.push(text)
    this.#atLineStart = text.endsWith('\n')
  }

  breakLine(): void {
    this.#blank = false
    this.#parts.push('\n')
    this.#atLineStart = true
  }

  /** The text gathered, without the last line break, which shows nothing; the next one begins. */
  take(): string {
    const text = this.#parts.join('').replace(/\n$/, '')
    this.#parts = []
    this.#blank = false
    this.#atLineStart = true
    return text
  }
}
