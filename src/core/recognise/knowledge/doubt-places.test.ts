import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluate/index.ts'
import type { Grid, GridCell } from '../../model/index.ts'
import { recognise } from '../index.ts'
import { doubtPlaces } from './doubt-places.ts'

/** A text behind '?' stands where it stands by its place alone; '^' belongs to the cell above. */
function grid(rows: readonly (readonly string[])[]): Grid {
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column): GridCell[] => {
      if (text === '^') return []
      let rowSpan = 1
      while (rows[row + rowSpan]?.[column] === '^') rowSpan++
      const source = { kind: 'page', page: 1, box: [column * 60, row * 20, 60, 20] } as const
      const doubtful = text.startsWith('?') ? { doubtful: true as const } : {}
      return [{ row, column, rowSpan, columnSpan: 1, text: text.replace(/^\?/, ''), source, ...doubtful }]
    }),
  )
  return { cells, rowCount: rows.length, columnCount: 8, bordered: false, signs: 'typed', unruled: true }
}

const title = ['项目支出绩效自评表']
const names = ['项目名称', '河道保洁', '主管部门', '水利局']
const head = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分']
const rows = [
  ['产出指标(50分)', '数量指标', '清淤长度', '≥30公里', '32公里', '20', '20'],
  ['^', '质量指标', '验收合格率', '≥95%', '98%', '30', '30'],
  ['效益指标(40分)', '社会效益指标', '水质达标率', '≥90%', '93%', '40', '40'],
  ['满意度指标(10分)', '服务对象满意度指标', '群众满意度', '≥90%', '95%', '10', '9'],
]
const total = ['总分', '', '', '', '', '', '99']

function read(changes: Readonly<Record<number, readonly string[]>> = {}, above: readonly string[][] = [title, names]) {
  const all = [...above, head, ...rows.map((row, index) => changes[index] ?? row), total]
  const [found] = recognise([grid(all)]).forms
  return found!
}

const asked = (found: ReturnType<typeof read>) =>
  found.events.filter(({ kind }) => kind === 'reading-open').map(({ at }) => at[0].path)

describe('a form from a table without lines', () => {
  it('asks about nothing where all is certain and in its place', () => {
    expect(asked(read())).toEqual([])
  })

  it('asks about cells whose place was not certain, sums and points of blocks bearing others out', () => {
    const found = read({
      0: ['?产出指标(50分)', '?数量指标', '?清淤长度', '≥30公里', '32公里', '?20', '20'],
    })
    expect(asked(found)).toEqual(['indicators[0].level2', 'indicators[0].name'])
    const { findings } = evaluate({ ...found })
    expect(findings.filter(({ rule }) => rule === 'cell-to-confirm').map(({ message }) => message)).toEqual([
      'place',
      'place',
    ])
    // Its points are not those of its rows: nothing bears it out.
    const other = read({ 0: ['?产出指标(50分)', '数量指标', '清淤长度', '≥30公里', '32公里', '?25', '20'] })
    expect(asked(other)).toEqual(['indicators[0].level1', 'indicators[0].weight'])
  })

  it('asks about rows that lack what all others have, and about values that are none', () => {
    const found = read({ 1: ['^', '质量指标', '验收合格率', '', '≥4↑', '30', '30'] })
    expect(asked(found)).toEqual(['indicators[1].target', 'indicators[1].actual'])
    const { findings } = evaluate({ ...found })
    expect(findings.filter(({ message }) => message === 'placeEmpty')).toHaveLength(1)
    expect(asked(read({ 1: ['^', '质量指标', '验收合格率', '', '', '30', '30'] }))).toEqual([
      'indicators[1].target',
      'indicators[1].actual',
      'indicators[1].name',
      'indicators[1].weight',
      'indicators[1].score',
      'indicators[1].level1',
      'indicators[1].level2',
    ])
  })

  it('asks about labels over rows that cannot be theirs', () => {
    expect(asked(read({ 2: ['效益指标(40分)', '时效指标', '水质达标率', '≥90%', '93%', '40', '40'] }))).toEqual([
      'indicators[2].level1',
      'indicators[2].level2',
    ])
    expect(asked(read({ 3: ['产出指标(50分)', '数量指标', '群众满意度', '≥90%', '95%', '10', '9'] }))).toEqual([
      'indicators[0].level1',
      'indicators[2].level1',
      'indicators[3].level1',
    ])
    const { form } = read()
    const bare = { ...form.indicators[2]!, level1: { ...form.indicators[2]!.level1, cell: { raw: '', value: null } } }
    const open = { ...bare, level2: { ...bare.level2, cell: { raw: '', value: null } } }
    const lost = { ...form, indicators: form.indicators.with(2, open) }
    const paths = (of: typeof form) => doubtPlaces(of, new Set()).map(({ at }) => at[0].path)
    expect(paths(lost)).toEqual(['indicators[2].level1', 'indicators[2].level2'])
    const single = { ...lost, columns: { ...form.columns, indicators: ['level1', 'name', 'target'] as const } }
    expect(paths(single)).toEqual(['indicators[2].level1'])
    // A row that does not apply has nothing in its place.
    const idle = { ...lost, indicators: lost.indicators.map((row) => ({ ...row, role: 'notApplicable' as const })) }
    expect(paths(idle)).toEqual([])
  })

  it('asks about money and goals of which one side is missing or two stand in one cell, and about what a form must have', () => {
    const money = [
      ['项目资金（万元）', '', '全年预算数', '全年执行数'],
      ['', '年度资金总额', '', '100'],
      ['', '其他资金', '50', '40.5 60.1'],
    ]
    const goals = [
      ['年度总体目标', '预期目标', '实际完成情况'],
      ['', '完成河道清淤', '已完成清淤'],
      ['', '完成河道保洁', ''],
      ['', '', '已完成其他'],
    ]
    const paths = asked(read({}, [title, names, ...money, ...goals]))
    expect(paths).toContain('tasks[0].budgeted.total')
    expect(paths).toContain('tasks[0].executed.total')
    expect(paths).toContain('tasks[1].executed.total')
    const { form } = read({}, [title, names, ...money, ...goals])
    const empty = { raw: '', value: null }
    const without = {
      ...form,
      title: empty,
      total: empty,
      tasks: form.tasks.map((task) => ({ ...task, name: empty })),
      goals: [
        { stated: { raw: '目标', value: '目标' }, achieved: { raw: '完成', value: '完成' } },
        { stated: empty, achieved: { raw: '完成', value: '完成' } },
        { stated: { raw: '目标', value: '目标' }, achieved: empty },
      ],
    }
    const open = doubtPlaces(without, new Set(['facts[9].text'])).map(({ at }) => at[0].path)
    for (const path of ['title', 'total', 'tasks[0].name', 'goals[1].stated', 'goals[2].achieved', 'facts[9].text'])
      expect(open).toContain(path)
    expect(open).not.toContain('goals[0].stated')
  })
})
