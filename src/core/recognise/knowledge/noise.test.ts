import { describe, expect, it } from 'vitest'
import { lostTexts } from '../../../../tests/support/check-form.ts'
import { generateForm } from '../../../../tests/support/generate-form.ts'
import { countNoise, quantile } from '../../../../tests/support/noise-count.ts'
import { cleanScan, poorScan, withNoise } from '../../../../tests/support/ocr-noise.ts'
import { Random } from '../../../../tests/support/random.ts'
import { layOutForm } from '../../layout/index.ts'
import { editionById, layoutById } from '../../rulebook/index.ts'
import { recognise } from '../index.ts'

/** Milliseconds for a form of which nothing is sure: far above what it takes, far below a search without bounds. */
const PATIENCE = 5000

/** The noise is of our own making: what is held here is what knowledge makes of it, not what recognition can do. */
describe('forms read with noise as of clean pages', () => {
  const count = countNoise(11, 40, cleanScan)

  it('are put right by words, sums and rows for the most part', () => {
    expect(count.broken).toBe(0)
    expect(count.right / count.fields).toBeGreaterThan(0.99)
    expect(count.mended / count.misread).toBeGreaterThan(0.75)
  })

  it('spoil nothing and invent nothing', () => {
    expect({ spoilt: count.spoilt, invented: count.invented }).toEqual({ spoilt: 0, invented: 0 })
  })

  it('leave hardly a wrong cell unsaid, and few to confirm', () => {
    expect(count.unsaid / count.fields).toBeLessThan(1 / 500)
    expect(quantile(count.toConfirm, 50)).toBeLessThanOrEqual(3)
    expect(quantile(count.toConfirm, 95)).toBeLessThanOrEqual(10)
  })
})

describe('a table of noise', () => {
  it('loses no text and takes its time in proportion', () => {
    const layout = layoutById('national-project')!
    const wrong: string[] = []
    for (const rows of [20, 60, 300]) {
      const random = new Random(rows)
      const printed = layOutForm(
        generateForm(rows, { edition: editionById('national-project-2020')!, layout, rows }).form,
        layout,
      )
      // Every cell is doubtful, and each says several things.
      const { grid } = withNoise(random, printed, { ...poorScan, unsure: 1000, sign: 60, digit: 60 })
      const started = performance.now()
      const { forms, outside } = recognise([grid])
      if (performance.now() - started > PATIENCE) wrong.push(`${rows} rows: too slow`)
      const lost = lostTexts(
        [grid],
        forms.map(({ residue }) => residue),
        outside,
      )
      if (forms.length !== 1 || lost !== null) wrong.push(`${rows} rows: ${forms.length} forms, ${lost}`)
    }
    expect(wrong).toEqual([])
  })
})
