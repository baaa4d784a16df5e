/** Whatever a file holds, the road from bytes to findings ends: nothing throws, no check crashes, no text is lost. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/core/evaluate/index.ts'
import { layOutForm, layoutOf } from '../../src/core/layout/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { layouts } from '../../src/core/rulebook/index.ts'
import { readText } from '../../src/readers/text/index.ts'
import { arrivals } from '../support/arrivals.ts'
import { lostTexts, readForms } from '../support/check-form.ts'
import { generateAny } from '../support/generate-any.ts'
import { mutateBytes, mutateText, randomText } from '../support/mutate-text.ts'
import { Random } from '../support/random.ts'
import { runsOf } from '../support/runs.ts'

const runs = runsOf('nothing throws', 400)
const sample = readFileSync(new URL('../corpus/shenzhen-guangming-2021/form.txt', import.meta.url), 'utf8')

/** Longest time that one hostile file may take, in milliseconds: a hundred times what the sample takes. */
const patience = 5000

function generated(random: Random, seed: number): string {
  const layout = random.pick(layouts)
  const grid = layOutForm(generateAny(seed, layout, random.int(1, 60)), layout)
  return arrivals[random.pick(Object.keys(arrivals) as (keyof typeof arrivals)[])](grid)
}

function bytesOf(random: Random, seed: number): Uint8Array {
  if (random.chance(15)) return new TextEncoder().encode(randomText(random))
  const text = mutateText(random, random.chance(50) ? sample : generated(random, seed), random.int(0, 40))
  const bytes = new TextEncoder().encode(text)
  return random.chance(20) ? mutateBytes(random, bytes) : bytes
}

/** Runs the whole road; says what went wrong, or null. */
function travel(bytes: Uint8Array): string | null {
  const read = readText(bytes, 'form.txt')
  if (read.value.length === 0 && read.findings.length === 0) return 'nothing read and nothing said'
  const recognised = recognise(read.value)
  if (recognised.forms.length === 0 && recognised.findings.length === 0 && read.findings.length === 0)
    return 'no form and nothing said'
  for (const { form, events, residue } of recognised.forms) {
    const { value } = evaluate({ form, events, residue })
    if (value === null) return 'no score'
    if (!value.complete)
      return `crashed: ${value.checks.filter(({ counts }) => counts.crashed > 0).map(({ id }) => id)}`
    const { total } = value.scored
    if (total.recomputed.min.greaterThan(total.recomputed.max)) return 'a band upside down'
    const grid = layOutForm(form, layoutOf(form))
    const outside = grid.cells.filter(
      (cell) => cell.row + cell.rowSpan > grid.rowCount || cell.column + cell.columnSpan > grid.columnCount,
    )
    if (outside.length > 0) return 'printed outside the table'
  }
  return null
}

function lostOf(bytes: Uint8Array): string | null {
  const { grids, forms, outside } = readForms(bytes)
  return forms.length > 0
    ? lostTexts(
        grids,
        forms.map(({ residue }) => residue),
        outside,
      )
    : null
}

describe('any bytes', () => {
  it('lose no text on the way into the form', () => {
    const wrong: string[] = []
    for (let run = 0; run < runs.count && wrong.length < 20; run++) {
      const seed = runs.of(run)
      const lost = lostOf(bytesOf(new Random(seed), seed))
      if (lost !== null) wrong.push(`seed ${seed}: ${lost}`)
    }
    expect(wrong).toEqual([])
  }, 1_200_000)

  it('reach the end of the road in time', () => {
    const wrong: string[] = []
    for (let run = 0; run < runs.count && wrong.length < 5; run++) {
      const seed = runs.of(run)
      const bytes = bytesOf(new Random(seed), seed)
      const started = performance.now()
      let said: string | null
      try {
        said = travel(bytes)
      } catch (error) {
        said = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error)
      }
      const took = performance.now() - started
      if (said === null && took > patience) said = `${Math.round(took)} ms`
      if (said !== null) wrong.push(`seed ${seed}, ${bytes.length} bytes: ${said}`)
    }
    expect(wrong).toEqual([])
  }, 1_200_000)
})
