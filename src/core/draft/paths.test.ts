import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readForms } from '../../../tests/support/check-form.ts'
import { counter } from '../../../tests/support/draft-edits.ts'
import { evaluate } from '../evaluate/index.ts'
import type { Grid } from '../model/index.ts'
import { formFromSketch, recognise } from '../recognise/index.ts'
import {
  apply,
  cellAtPath,
  confirmCell,
  type Draft,
  doubtfulCells,
  draftOf,
  editOfFix,
  formOf,
  meaningOf,
  pathOf,
} from './index.ts'

const sample = readForms(
  readFileSync(new URL('../../../tests/corpus/shenzhen-guangming-2021/form.txt', import.meta.url)),
)
const { form, events } = sample.forms[0]!
const draft = draftOf(form, counter())

describe('cells and places', () => {
  it('name one another', () => {
    for (const row of [draft.head, ...draft.tasks, ...draft.goals, ...draft.indicators, ...draft.facts]) {
      for (const column of Object.keys(row.cells)) {
        const path = pathOf(draft, { row: row.id, column })!
        expect(cellAtPath(draft, path), path).toEqual({ row: row.id, column })
      }
    }
  })

  it.each([
    ['form', null],
    ['indicators[999].name', null],
    ['indicators[0].nothing', null],
    ['indicators[0]', 'name'],
    ['tasks[0].executed', 'executed.total'],
    ['tasks[0]', 'name'],
    ['goals[0]', 'stated'],
    ['indicators[0].level1', 'level1'],
    ['indicators[0].level1.cell', 'level1'],
    ['indicators[0].level2.points', 'level2Points'],
    ['total', 'total'],
  ])('%s is the cell %s', (path, column) => {
    expect(cellAtPath(draft, path)?.column ?? null).toBe(column)
  })

  it('are null where nothing stands', () => {
    expect(pathOf(draft, { row: 'gone', column: 'name' })).toBeNull()
    expect(pathOf(draft, { row: 'head', column: 'name' })).toBeNull()
    expect(meaningOf(draft, { row: 'gone', column: 'name' })).toBeUndefined()
    expect(confirmCell(draft, { row: 'gone', column: 'name' })).toBeNull()
    expect(meaningOf(draft, { row: 'head', column: 'fiscalYear' })?.value).toBe(2021)
  })

  it('every finding on a cell of the sample has its cell', () => {
    const { findings } = evaluate({ form, events }).value!
    const lost = findings.filter(({ at }) => /[[.]/.test(at[0].path) && cellAtPath(draft, at[0].path) === null)
    expect(lost.map(({ rule, at }) => `${rule} ${at[0].path}`)).toEqual([])
  })
})

describe('the remedy of a finding', () => {
  it('is an edit of the present text, and the finding is gone when it is applied', () => {
    const { findings } = evaluate({ form, events }).value!
    const edits = findings.flatMap((finding) => {
      const edit = editOfFix(draft, finding)
      return edit === null ? [] : [{ finding, edit }]
    })
    expect(edits.length).toBeGreaterThan(5)
    for (const { finding, edit } of edits) {
      const result = apply(draft, edit)
      if (!result.ok) throw new Error(result.code)
      const after = evaluate({ form: formOf(result.draft), events }).value!
      const isThere = after.findings.some(
        ({ rule, message, at, fix }) =>
          rule === finding.rule &&
          message === finding.message &&
          at[0].path === finding.at[0].path &&
          fix?.edit?.raw === finding.fix?.edit?.raw,
      )
      expect(isThere, `${finding.rule} ${finding.at[0].path}`).toBe(false)
    }
  })

  it('keeps operator and unit in their own cells', () => {
    const split = draftOf(
      formFromSketch({ indicators: [{ name: '甲', attribute: '≥', target: '≥ 4 个', unit: '个' }] }),
      counter(),
    )
    const withColumns: Draft = {
      ...split,
      columns: { ...split.columns, indicators: ['name', 'attribute', 'target', 'unit'] },
    }
    const at = [{ path: 'indicators[0].target' }] as const
    const finding = { rule: 'x', message: 'y', data: {}, severity: 'info', certainty: 'certain', at, law: [] } as const
    const advice = { zh: '改', en: 'change' }
    const edit = (raw: string) =>
      editOfFix(withColumns, { ...finding, fix: { advice, edit: { path: at[0].path, raw } } })
    expect(edit('≥5个')).toMatchObject({ to: '5' })
    expect(edit('6')).toMatchObject({ to: '6' })
    expect(editOfFix(withColumns, finding)).toBeNull()
    expect(editOfFix(withColumns, { ...finding, fix: { advice, edit: { path: 'form', raw: '1' } } })).toBeNull()
    expect(
      editOfFix(withColumns, { ...finding, fix: { advice, edit: { path: 'indicators[0].name', raw: '甲' } } }),
    ).toBeNull()
  })
})

describe('a form read from a picture', () => {
  const texts = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '培训人数', '≥25人', '25人', '50', '50'],
  ]
  const grid: Grid = {
    cells: texts.flatMap((row, at) =>
      row.map((text, column) => ({
        row: at,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text,
        confidence: column === 4 && at === 1 ? 0.41 : 0.99,
        ...(column === 4 && at === 1 ? { alternatives: ['26人', '29人'] } : {}),
        source: { kind: 'page' as const, page: 1, box: [column * 10.5, at * 12.25, 10, 12] as const },
      })),
    ),
    rowCount: 2,
    columnCount: 7,
    bordered: true,
    signs: 'picture',
  }
  const read = draftOf(recognise([grid]).forms[0]!.form, counter())
  const row = read.indicators[0]!.id

  it('has its doubtful cells, least sure first, with their places and other readings', () => {
    const [least] = doubtfulCells(read, 90)
    expect(least).toEqual({ row, column: 'actual', percent: 41 })
    expect(read.indicators[0]!.marks!.actual).toMatchObject({ alternatives: ['26人', '29人'], origin: { page: 1 } })
  })

  it('is sure of a cell that a person confirmed or typed, and keeps its place', () => {
    for (const edit of [
      confirmCell(read, { row, column: 'actual' })!,
      { kind: 'cell', row, column: 'actual', from: '25人', to: '26人' } as const,
    ]) {
      const result = apply(read, edit)
      if (!result.ok) throw new Error(result.code)
      expect(doubtfulCells(result.draft, 90)).toEqual([])
      expect(result.draft.indicators[0]!.marks!.actual).toEqual({
        origin: { kind: 'page', page: 1, box: [42, 12.25, 10, 12] },
      })
      expect(formOf(result.draft).indicators[0]!.actual.confidence).toBeUndefined()
    }
  })
})
