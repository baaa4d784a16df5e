import { describe, expect, it } from 'vitest'
import { type Form, type Grid, type GridCell, rowsOf } from '../model/index.ts'
import { recognise } from '../recognise/index.ts'
import { formFromSketch } from '../recognise/sketch.ts'
import { layoutById, layouts } from '../rulebook/index.ts'
import { layOutForm, layoutOf } from './index.ts'

const department = layoutById('shenzhen-department')!
const project = layoutById('national-project')!
const split = layoutById('split-target-project')!

const form: Form = formFromSketch({
  title: '部门整体支出绩效自评表',
  fiscalYear: '2022年',
  department: '某市教育局',
  supervisor: '某市教育局',
  moneyUnit: '元',
  executionPoints: '10',
  tasks: [
    {
      name: '基本支出',
      content: '人员经费',
      completion: '已完成',
      budgeted: '200',
      executed: '190',
      weight: '4',
      score: '3.8',
    },
    { row: 'group', name: '项目支出' },
    { row: 'total', name: '金额合计', budgeted: '200', executed: '190', weight: '10', rate: '95%', score: '9.5' },
  ],
  goals: [{ stated: '目标1', achieved: '已完成' }],
  indicators: [
    {
      level1: '产出指标(50分)',
      level2: '数量指标',
      name: '培训人数',
      target: '≥60人',
      actual: '80人',
      weight: '30',
      score: '30',
    },
    {
      level1: '产出指标(50分)',
      level2: '数量指标',
      name: '培训期数',
      target: '≥3期',
      actual: '3期',
      weight: '20',
      score: '20',
    },
    {
      level1: '效益指标(30分)',
      level2: '社会效益指标',
      name: '受益面',
      target: '≥90%',
      actual: '92%',
      weight: '30',
      score: '30',
      note: '无',
    },
  ],
  total: '89.5',
  grade: '良',
  facts: { 联系人: '办公室' },
})

function at(grid: Grid, path: string): GridCell {
  return grid.cells.find((cell) => cell.path === path)!
}

function textAt(grid: Grid, text: string): GridCell {
  return grid.cells.find((cell) => cell.text === text)!
}

describe('a form printed in its layout', () => {
  const grid = layOutForm(form, department)

  it('covers every position of the table exactly once', () => {
    for (const layout of layouts) {
      const { cells, rowCount, columnCount } = layOutForm(form, layout)
      const covered = new Set<string>()
      for (const cell of cells) {
        for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
          for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
            expect(covered.has(`${row} ${column}`), `${layout.id}: ${row} ${column}`).toBe(false)
            covered.add(`${row} ${column}`)
          }
        }
      }
      expect(covered.size, layout.id).toBe(rowCount * columnCount)
    }
  })

  it('merges level labels over their rows and prints their points', () => {
    expect(at(grid, 'indicators[0].level1')).toMatchObject({ text: '产出指标(50分)', rowSpan: 2 })
    expect(at(grid, 'indicators[0].level2')).toMatchObject({ text: '数量指标', rowSpan: 2 })
    expect(grid.cells.some((cell) => cell.path === 'indicators[1].level1')).toBe(false)
    expect(at(grid, 'indicators[2].level1')).toMatchObject({ text: '效益指标(30分)', rowSpan: 1 })
  })

  it('merges grouped headers and the label at the side of its block', () => {
    const group = textAt(grid, '预算金额(元)')
    const parts = grid.cells.filter((cell) => cell.row === group.row + 1 && cell.style?.role === 'header')
    expect(parts.map(({ text }) => text)).toEqual([
      '总额',
      '财政拨款',
      '其他资金',
      '总额',
      '财政拨款',
      '其他资金',
      '10',
    ])
    expect(textAt(grid, '年度主要任务').rowSpan).toBe(5)
    expect(textAt(grid, '年度绩效指标').rowSpan).toBe(4)
  })

  it("prints the form's own unit of money, and none where it has none", () => {
    expect(textAt(layOutForm(form, project), '项目资金(元)')).toBeDefined()
    const unknown = layOutForm({ ...form, moneyUnit: { raw: '', value: null } }, project)
    expect(textAt(unknown, '项目资金')).toBeDefined()
  })

  it('puts the total of the money where the layout has it, and the points for execution below their header', () => {
    expect(at(grid, 'tasks[2].name').row).toBeGreaterThan(at(grid, 'tasks[0].name').row)
    const first = layOutForm(form, project)
    expect(at(first, 'tasks[2].name').row).toBeLessThan(at(first, 'tasks[0].name').row)
    expect(at(grid, 'executionPoints').text).toBe('10')
    expect(first.cells.some((cell) => cell.path === 'executionPoints')).toBe(false)
  })

  it('puts the total below the scores', () => {
    const total = at(grid, 'total')
    const score = at(grid, 'indicators[0].score')
    expect([total.text, total.column, total.columnSpan]).toEqual(['89.5', score.column, score.columnSpan])
  })

  it('gives a target that was joined back to its three columns', () => {
    const joined = formFromSketch({
      indicators: [{ name: '培训人数', attribute: '≥', unit: '人', target: '≥ 60 人', actual: '80' }],
    })
    const printed = layOutForm(joined, split)
    expect(['attribute', 'target', 'unit'].map((field) => at(printed, `indicators[0].${field}`).text)).toEqual([
      '≥',
      '60',
      '人',
    ])
    expect(at(layOutForm(joined, project), 'indicators[0].target').text).toBe('≥ 60 人')
  })

  it('leaves a target alone that says nothing but its operator or its unit', () => {
    const bare = formFromSketch({
      indicators: [
        { name: '一', attribute: '定性', target: '定性' },
        { name: '二', unit: '人', target: '人' },
        { name: '三', attribute: '≥', unit: '人', target: '60' },
      ],
    })
    const printed = layOutForm(bare, split)
    expect([0, 1, 2].map((row) => at(printed, `indicators[${row}].target`).text)).toEqual(['', '', '60'])
  })

  it('prints facts that the layout has no place for below the table', () => {
    expect(textAt(grid, '联系人')).toMatchObject({ row: grid.rowCount - 1 })
    expect(at(grid, 'facts[0].text').text).toBe('办公室')
  })

  it('prints the sum of the weights in the total row, not as another total below', () => {
    const summed = { ...form, facts: formFromSketch({ facts: { 总分: '100', 联系人: '办公室' } }).facts }
    for (const layout of layouts) {
      const printed = layOutForm(summed, layout)
      const sum = printed.cells.find(({ path, text }) => path === 'facts[0].text' && text === '100')!
      const [weight, score] = ['weight', 'score'].map((field) => at(printed, `indicators[0].${field}`))
      const places = layout.blocks.some(({ block }) => block === 'total') && weight !== undefined && score !== undefined
      if (!places || weight.column > score.column) continue
      expect([sum.row, sum.column], layout.id).toEqual([at(printed, 'total').row, weight.column])
      expect(at(printed, 'facts[1].text').row, layout.id).toBeGreaterThan(sum.row)
    }
    const unweighted = layOutForm(summed, layoutById('hubei-project')!)
    expect(at(unweighted, 'facts[0].text').row).toBeGreaterThan(at(unweighted, 'total').row)
  })

  it('prints a total and a grade in every layout of results, below the table where it has no room, and reads them back', () => {
    for (const layout of layouts.filter(({ stage }) => stage === undefined)) {
      const { total } = formFromSketch({ total: '92.5' })
      const printed = layOutForm({ ...form, kind: layout.kind, total }, layout)
      expect(at(printed, 'total').text, layout.id).toBe('92.5')
      expect(at(printed, 'grade').text, layout.id).toBe('良')
      const [read] = recognise([printed]).forms
      expect([read!.form.total.raw, read!.form.grade.raw], layout.id).toEqual(['92.5', '良'])
    }
  })

  it('prints an empty form as an empty table', () => {
    const empty = layOutForm(formFromSketch({}), department)
    expect(rowsOf(empty).length).toBe(empty.rowCount)
    expect(empty.name).toBe(department.title.zh)
  })

  it('is printed in the layout of its kind where none is known to fit', () => {
    expect(layoutOf(form).id).toBe('shenzhen-department')
    expect(layoutOf({ ...form, kind: 'project' }).id).toBe('national-project')
    expect(layoutOf(form, 'no such layout').id).toBe('shenzhen-department')
    expect(layoutOf(form, 'split-target-project').id).toBe('split-target-project')
  })
})
