/** What was measured of each file, kept while neither the program nor the choice of files changes: a run broken off goes on. */

import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OfficeForm } from '../../tests/support/office/forms.ts'
import type { Measured } from '../../tests/support/office/measure.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = join(root, 'node_modules/.cache/accuracy')

/** Everything that the results hang on. */
const SOURCES = ['src', 'tests/support', 'tests/corpus', 'scripts/accuracy']

function* filesIn(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesIn(join(path, entry.name))
    else if (!entry.name.endsWith('.test.ts')) yield join(path, entry.name)
  }
}

type Kept = Omit<Measured, 'office'> & { readonly id: string }

export class KeptResults {
  readonly #file: string
  readonly #kept = new Map<string, Kept>()

  /** `choice`: what was asked for, in words. */
  constructor(choice: string) {
    const hash = createHash('sha256').update(choice)
    for (const source of SOURCES) for (const file of filesIn(join(root, source))) hash.update(readFileSync(file))
    mkdirSync(folder, { recursive: true })
    this.#file = join(folder, `${hash.digest('hex').slice(0, 24)}.jsonl`)
    const lines = existsSync(this.#file) ? readFileSync(this.#file, 'utf8').split('\n') : []
    for (const line of lines) {
      if (!line.endsWith('}')) continue
      const kept = JSON.parse(line) as Kept
      this.#kept.set(`${kept.format}/${kept.id}`, kept)
    }
  }

  find(format: string, office: OfficeForm): Measured | null {
    const kept = this.#kept.get(`${format}/${office.id}`)
    if (kept === undefined) return null
    const { id: _, ...measured } = kept
    return { ...measured, office }
  }

  keep({ office, ...measured }: Measured): void {
    appendFileSync(this.#file, `${JSON.stringify({ ...measured, id: office.id })}\n`)
  }
}
