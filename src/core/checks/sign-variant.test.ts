import { describe, expect, it } from 'vitest'
import { emptyCell, type Indicator } from '../model/index.ts'
import { formFromSketch } from '../recognise/sketch.ts'
import { editionById } from '../rulebook/index.ts'
import { scoreForm } from '../scoring/index.ts'
import { check } from './sign-variant.ts'

/** As recognised, a cell that is not printed has no reading at all. */
function answer(changes: Partial<Indicator>, target: string) {
  const form = formFromSketch({ indicators: [{ name: '宣传栏', target }] })
  const edition = editionById('national-project-2020')!
  const indicator = { ...form.indicators[0]!, ...changes }
  return check.test({
    indicator,
    path: 'indicators[0]',
    scored: scoreForm(form, edition).rows[0]!,
    edition,
    columns: [],
    hasParts: false,
  })
}

describe('sign-variant', () => {
  it('does not doubt a figure that can stand where no actual is printed', () => {
    expect(answer({ actual: emptyCell }, '28块')).toBe('pass')
    expect(answer({ actual: emptyCell, target: emptyCell }, '28块')).toBe('pass')
  })

  it('says that a figure cannot be read where no actual is printed', () => {
    expect(answer({ actual: emptyCell }, '≥4#60例')).toMatchObject([{ message: 'unread' }])
  })
})
