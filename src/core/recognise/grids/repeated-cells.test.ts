import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sheetOfLines } from '../../../../tests/support/sheet-of-lines.ts'
import { readText } from '../../../readers/text/index.ts'
import type { Grid, Recognition } from '../../model/index.ts'
import { recognise, toPlain } from '../index.ts'
import { mergeRepeated } from './repeated-cells.ts'

const folder = new URL('../../../../tests/support/forms-of-places/', import.meta.url)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace('.txt', ''))

/** As markdown: what a merged cell says stands in each cell that it covers. */
function filledUp(grid: Grid): string {
  const rows = Array.from({ length: grid.rowCount }, () => new Array<string>(grid.columnCount).fill(''))
  for (const { row, column, rowSpan, columnSpan, text } of grid.cells) {
    for (let at = row; at < row + rowSpan; at++) rows[at]!.fill(text, column, column + columnSpan)
  }
  const [head, ...others] = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return [head, `|${' --- |'.repeat(grid.columnCount)}`, ...others].join('\n')
}

const formsOf = (text: string): readonly Recognition[] =>
  recognise(readText(new TextEncoder().encode(text), 'form.md').value).forms

/** What the forms say, blanks aside. */
const said = (forms: readonly Recognition[]): unknown =>
  JSON.parse(
    JSON.stringify(
      forms.map(({ form }) => toPlain(form)),
      (_, value) => (typeof value === 'string' ? value.replace(/\s/g, '') : value),
    ),
  )

/** Strictly: one that comes to say the same must go from here. */
const unlike = [
  // A table of many projects, refused without merged cells.
  'policy-funds-nospan',
  // Nothing in it is merged over more than two cells: a label of two rows is read as the name of its money.
  'school-serials',
  // Points and score of a block that are alike, beside a note that repeats them, look like one cell.
  'stacked-levels',
  // 金额合计 over the name of a task and what became of it, beside amounts that are alike.
  'tasks-done-and-paid',
  // A label over three columns of a row of values.
  'weighted-scores',
]

describe('tables whose merged cells are filled up', () => {
  it('say what the sheet says', () => {
    const others = names.filter((name) => {
      const sheet = sheetOfLines(
        readFileSync(new URL(`${name}.txt`, folder), 'utf8')
          .trimEnd()
          .split('\n'),
      )
      const filled = said(formsOf(filledUp(sheet)))
      return JSON.stringify(filled) !== JSON.stringify(said(recognise([sheet]).forms))
    })
    expect(others).toEqual(unlike)
  })

  it('keep values apart that are alike: columns are those of the header', () => {
    const text = filledUp(
      sheetOfLines([
        '项目支出绩效自评表|<|<|<|<|<|<',
        '项目名称|河道清淤|<|<|<|<|<',
        '年度目标|预期目标|<|<|实际完成情况|<|<',
        '^|完成全部清淤任务|<|<|完成全部清淤任务|<|<',
        '一级指标|二级指标|三级指标|指标值|完成值|分值|得分',
        '产出指标|质量指标|验收情况|验收合格|验收合格|15|15',
        '^|时效指标|完成时间|按时完成|按时完成|15|15',
      ]),
    )
    const [{ form }] = formsOf(text) as [Recognition]
    expect(form.goals.map(({ stated, achieved }) => [stated.raw, achieved.raw])).toEqual([
      ['完成全部清淤任务', '完成全部清淤任务'],
    ])
    expect(form.project.raw).toBe('河道清淤')
    expect(
      form.indicators.map((row) => [row.target.raw, row.actual.raw, row.weight.raw, row.score.raw].join()),
    ).toEqual(['验收合格,验收合格,15,15', '按时完成,按时完成,15,15'])
  })

  it('are told from tables where a row has three words alike', () => {
    const text = [
      '| 指标名称 | 指标值 | 完成值 | 备注 |',
      '| --- | --- | --- | --- |',
      '| 验收情况 | 验收合格 | 验收合格 | 验收合格 |',
      '| 完成时间 | 12月底 | 12月20日 | |',
    ].join('\n')
    const grids = readText(new TextEncoder().encode(text), 'form.md').value
    expect(grids.map(mergeRepeated)).toEqual(grids)
  })

  it('keep their cells without text, which may be such as could not be read', () => {
    const cell = { row: 0, rowSpan: 1, columnSpan: 1 }
    const name = [1, 2, 3, 4, 5].map((column) => ({ ...cell, column, text: '某县水利局' }))
    const unread = { ...cell, column: 6, text: '', confidence: 0.2 }
    const cells = [{ ...cell, column: 0, text: '部门名称' }, ...name, unread]
    expect(mergeRepeated({ cells, rowCount: 1, columnCount: 7, bordered: true }).cells).toEqual([
      cells[0],
      { ...name[0], columnSpan: 5 },
      unread,
    ])
  })

  it('are left as they are where a cell is merged', () => {
    const grid = sheetOfLines(['名称|某县水利局|<', '说明|同前|同前'])
    expect(mergeRepeated(grid)).toBe(grid)
  })
})
