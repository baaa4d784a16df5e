/** Fields of older forms that show no text of their own: a box to tick, a list to choose from. */

import { type Attributes, attribute } from '../../containers/xml.ts'
import { isOn } from './properties.ts'

const MOST_ENTRIES = 1000

export class FormField {
  #ticked = false
  #chosen = 0
  #entries: string[] = []

  open(): void {
    this.#ticked = false
    this.#chosen = 0
    this.#entries = []
  }

  /** A property of the field; what was chosen follows what stands there at first. */
  take(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? ''
    if (name === 'default' || name === 'checked') this.#ticked = isOn(attributes)
    if (name === 'default' || name === 'result') this.#chosen = Number(value)
    else if (name === 'listEntry' && this.#entries.length < MOST_ENTRIES) this.#entries.push(value)
  }

  close(name: string): string {
    if (name === 'checkBox') return this.#ticked ? '\u2611' : '\u2610'
    return this.#entries[this.#chosen] ?? ''
  }
}
