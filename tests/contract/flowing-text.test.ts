/**
 * Text that has lost the borders of its rows: merged cells absent, a cell a line, a cell a paragraph, blanks between
 * words. Where every cell is still there the form comes back whole; where blank cells are gone it comes back wherever
 * one reading is better than all others, and a row that has two is told.
 */

import { describe, expect, it } from 'vitest'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Form } from '../../src/core/model/index.ts'
import { type PlainForm, recognise, toPlain } from '../../src/core/recognise/index.ts'
import { editions, type Layout, layouts } from '../../src/core/rulebook/index.ts'
import { readText } from '../../src/readers/text/index.ts'
import { type Arrival, arrivals } from '../support/arrivals.ts'
import { generateForm } from '../support/generate-form.ts'

const sizes = [1, 6, 24, 94] as const

/** Printed text of the fields that the layout shows, without white space. */
function shown(form: Form, layout: Layout): unknown {
  const plain = toPlain(form)
  const columns = new Set<string>(
    layout.blocks.flatMap((block) => (block.block === 'indicators' ? block.columns.map(({ field }) => field) : [])),
  )
  const facts = new Set<string>(
    layout.blocks.flatMap((block) => (block.block === 'facts' ? block.rows.flat().map(({ field }) => field) : [])),
  )
  const has = (kind: Layout['blocks'][number]['block']): boolean => layout.blocks.some(({ block }) => block === kind)
  const kept: Partial<Record<keyof PlainForm, unknown>> = {
    kind: plain.kind,
    ...(facts.has('department') ? { department: plain.department } : {}),
    ...(facts.has('supervisor') ? { supervisor: plain.supervisor } : {}),
    ...(facts.has('project') ? { project: plain.project } : {}),
    ...(facts.has('fiscalYear') ? { fiscalYear: plain.fiscalYear } : {}),
    ...(has('goals') ? { goals: plain.goals } : {}),
    ...(has('tasks') ? { tasks: plain.tasks } : {}),
    ...(has('total') ? { total: plain.total } : {}),
    indicators: plain.indicators.map((indicator) =>
      Object.fromEntries(Object.entries(indicator).filter(([field]) => columns.has(field))),
    ),
  }
  return JSON.parse(
    JSON.stringify(kept, (_, value) => (typeof value === 'string' ? value.replace(/\s+/gu, '') : value)),
  )
}

function formsIn(layout: Layout): readonly Form[] {
  const edition = editions.find(({ kind, status }) => kind === layout.kind && status === 'complete')!
  return sizes.map((rows, index) => generateForm(index + 1, { edition, layout, rows }).form)
}

function readBack(form: Form, layout: Layout, arrival: Arrival) {
  const text = arrivals[arrival](layOutForm(form, layout))
  return recognise(readText(new TextEncoder().encode(text), 'form.txt').value)
}

const whole: readonly Arrival[] = ['pipesAbsent', 'cellPerLine', 'cellPerParagraph']
const thinned: readonly Arrival[] = ['paragraphsOnly', 'spaced']
/** Generated forms leave columns in the middle of these rows blank: several readings are as good. */
const blankInside = new Set(['chongqing-department', 'xinjiang-project', 'review-sheet', 'hubei-project'])

/** Forms of self-evaluation; what forms of targets and of monitoring show is compared by the law of layouts. */
const assessing = layouts.filter(({ stage }) => stage === undefined)

describe.each(assessing.map((layout) => [layout.id, layout] as const))('%s', (id, layout) => {
  const forms = formsIn(layout)

  it.each(whole)('comes back whole from %s', (arrival) => {
    for (const form of forms) {
      const result = readBack(form, layout, arrival)
      expect(result.forms).toHaveLength(1)
      expect(shown(result.forms[0]!.form, layout)).toEqual(shown(form, layout))
    }
  })

  it.each(thinned)('comes back from %s in all rows that are not told as doubtful', (arrival) => {
    for (const form of forms) {
      const result = readBack(form, layout, arrival)
      expect(result.forms).toHaveLength(1)
      if (blankInside.has(id)) continue
      const doubtful = new Set(result.findings.map(({ at: [{ path }] }) => Number(/\d+/.exec(path)?.[0] ?? -1)))
      const certain = (value: unknown) => {
        const { indicators, ...rest } = value as { indicators: unknown[] }
        return { ...rest, indicators: indicators.filter((_, index) => !doubtful.has(index)) }
      }
      expect(certain(shown(result.forms[0]!.form, layout))).toEqual(certain(shown(form, layout)))
    }
  })
})

describe('a row that can be read in two ways', () => {
  const text = (row: string) =>
    `项目支出绩效自评表\n项目名称 老旧小区改造\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n产出指标 数量指标 改造小区 ≥12个 12个 10 10\n${row}\n总分 100 95`

  it('is told with both readings', () => {
    const { findings } = recognise(readText(new TextEncoder().encode(text('质量指标 工程质量合格 10 10')), 'a').value)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ rule: 'recognise/ambiguous-row', certainty: 'review' })
    expect(findings[0]!.data.taken).toBe('分值 10、得分 10')
    expect(findings[0]!.at[0].path).toBe('indicators[1].name')
  })

  it('is not told where only one makes sense', () => {
    const { findings } = recognise(
      readText(new TextEncoder().encode(text('质量指标 验收合格率 90% 95% 10 10')), 'a').value,
    )
    expect(findings).toEqual([])
  })
})
