import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import type { RecognitionEvent } from '../model/index.ts'
import { recognise, toPlain } from './index.ts'

const bytes = readFileSync(new URL('../../../tests/corpus/shenzhen-guangming-2021/form.txt', import.meta.url))
const grids = readText(bytes, 'form.txt').value
const { forms, findings } = recognise(grids)
const { form, events, residue } = forms[0]!

function linesOf(kind: RecognitionEvent['kind']): number[] {
  return events.flatMap((event) =>
    event.kind === kind ? event.at.map(({ source }) => (source?.kind === 'text' ? source.line : -1)) : [],
  )
}

describe('the sample as it arrived', () => {
  it('is one department form, with nothing unread', () => {
    expect(findings).toEqual([])
    expect(forms).toHaveLength(1)
    expect(form.kind).toBe('department')
    expect(form.layout).toBe('shenzhen-department')
    expect(form.region.value).toBe('深圳市光明区')
    expect(form.fiscalYear.value).toBe(2021)
    expect(form.moneyUnit.value).toBe('万元')
    expect(form.executionPoints.raw).toBe('10')
    expect(form.total.value?.toString()).toBe('96.62')
    expect(residue.unread).toEqual([])
  })

  it('has 94 scored indicators, 3 that do not apply, and every level label right', () => {
    expect(form.indicators.filter(({ role }) => role === 'scored')).toHaveLength(94)
    expect(form.indicators.filter(({ role }) => role === 'notApplicable')).toHaveLength(3)
    const counts = new Map<string, number>()
    for (const { level1, level2 } of form.indicators) {
      const key = `${level1.cell.raw}/${level2.cell.raw}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      '产出指标/数量指标': 17,
      '产出指标/质量指标': 15,
      '产出指标/时效指标': 14,
      '产出指标/成本指标': 22,
      '效益指标/经济效益指标': 1,
      '效益指标/社会效益指标': 14,
      '效益指标/生态效益指标': 1,
      '效益指标/可持续影响指标': 1,
      '满意度指标/服务对象满意度指标': 12,
    })
    expect(form.indicators[0]!.level1.points.raw).toBe('50')
    expect(form.indicators.at(-1)!.level1.points.raw).toBe('10')
  })

  it('has nine tasks, a group header and the total, and four goals of which the last has no completion', () => {
    expect(form.tasks.map(({ role }) => role)).toEqual(['task', 'group', ...new Array(8).fill('task'), 'total'])
    expect(toPlain(form).tasks).toHaveLength(10)
    expect(form.goals).toHaveLength(4)
    expect(form.goals.map(({ achieved }) => achieved.raw !== '')).toEqual([true, true, true, false])
    expect(form.goals[1]!.stated.raw).toMatch(/^目标2/)
    expect(form.goals[2]!.stated.raw).toMatch(/^目标3/)
  })

  it('leaves a lost score empty and takes a reason in the score column as remark', () => {
    const lost = form.indicators.filter(({ role, score }) => role === 'scored' && score.raw === '')
    expect(lost.map(({ name }) => (name.origin?.kind === 'text' ? name.origin.line : 0))).toEqual([
      40, 49, 109, 116, 117,
    ])
    expect(lost.every(({ score, note }) => score.value === null && note.raw !== '')).toBe(true)
    expect(linesOf('column-shifted')).toEqual([109, 116, 117])
  })

  it('joins the row that a page broke in two', () => {
    const joined = form.indicators[15]!
    expect(joined.target.raw).toBe('4人/天(按实际人数为准)')
    expect(joined.score.raw).toBe('0.21')
    expect(linesOf('row-joined')).toEqual([54, 55, 54, 55])
  })

  it('says what it had to do', () => {
    expect(linesOf('columns-changed')).toEqual([94, 119])
    expect(linesOf('page-number').sort()).toEqual([54, 93, 93])
    expect(linesOf('label-unreadable')).toEqual([79, 120, 133])
    expect(linesOf('label-repaired')).toEqual([97, 58, 59, 133, 134])
    expect(linesOf('paragraphs-split')).toEqual([26])
    expect(linesOf('header-damaged').sort()).toEqual([18, 18, 5, 5])
    expect(linesOf('label-inside-block')).toEqual([58, 59, 120, 133, 134, 46, 64, 78, 100, 119, 134])
  })

  it('accounts for every non-empty cell', () => {
    const filled = grids[0]!.cells.filter(({ text }) => text.trim() !== '')
    expect(residue.used + residue.ignored.length + residue.unread.length).toBe(filled.length)
  })

  it('gives what was checked by hand', () => {
    const kept = readFileSync(
      new URL('../../../tests/corpus/shenzhen-guangming-2021/form.json', import.meta.url),
      'utf8',
    )
    expect({ forms: [toPlain(form)] }).toEqual(JSON.parse(kept))
  })
})
