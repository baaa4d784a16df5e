import { describe, expect, it } from 'vitest'
import { evaluate } from '../../evaluate/index.ts'
import type { Grid, GridCell } from '../../model/index.ts'
import { recognise } from '../index.ts'

type Spot = string | readonly [text: string, confidence: number, ...alternatives: string[]]

/** A form read from a picture: a text alone was read without doubt. */
function picture(rows: readonly (readonly Spot[])[]): Grid {
  const cells = rows.flatMap((spots, row) =>
    spots.flatMap((spot, column): GridCell[] => {
      const [text, confidence, ...alternatives] = typeof spot === 'string' ? ([spot, 0.999] as const) : spot
      if (text === '' && typeof spot === 'string') return []
      return [
        {
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text,
          source: { kind: 'page', page: 3, box: [column * 60, row * 20, 60, 20] },
          confidence,
          ...(alternatives.length === 0 ? {} : { alternatives }),
        },
      ]
    }),
  )
  return { cells, rowCount: rows.length, columnCount: 9, bordered: true, signs: 'picture' }
}

const head: readonly Spot[][] = [['项目支出绩效自评表'], ['项目名称', '河道保洁项目', '主管部门', '某市水利局']]
const header: readonly Spot[] = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分']

function form(changes: { header?: readonly Spot[]; rows?: Readonly<Record<number, readonly Spot[]>>; total?: Spot }) {
  const rows: (readonly Spot[])[] = [
    ['产出指标(50分)', '数量指标', '清淤长度', '≥30公里', '32公里', '20', '20'],
    ['', '质量指标', '验收合格率', '≥95%', '98%', '20', '20'],
    ['', '时效指标', '按期完成率', '100%', '100%', '10', '10'],
    ['效益指标(40分)', '社会效益指标', '水质达标率', '≥90%', '93%', '40', '40'],
    ['满意度指标(10分)', '服务对象满意度指标', '群众满意度', '≥90%', '95%', '10', '9'],
  ].map((row, index) => changes.rows?.[index] ?? row)
  const all = [...head, changes.header ?? header, ...rows, ['总分', '', '', '', '', '', changes.total ?? '99']]
  const [found] = recognise([picture(all)]).forms
  return { form: found!.form, events: found!.events, findings: evaluate({ ...found! }).findings }
}

const kinds = (events: readonly { kind: string }[]) => events.map(({ kind }) => kind)

describe('words of the field', () => {
  it('mend headers and labels, and say so', () => {
    const read = form({
      header: ['一级指标', '二级指杯', '三级指标', '年庋指标值', '实际完成值', '分值', '碍分'],
      rows: { 0: [['产山指标(50分)', 0.7], '数量指标', '清淤长度', '≥30公里', '32公里', '20', '20'] },
    })
    expect(read.form.indicators[0]).toMatchObject({
      level1: { cell: { raw: '产出指标' }, points: { raw: '50' } },
      level2: { cell: { raw: '数量指标' } },
      score: { raw: '20' },
    })
    expect(read.events.map(({ data }) => `${data.text} ${data.takenFor}`)).toEqual([
      '产山指标(50分) 产出指标(50分)',
      '二级指杯 二级指标',
      '碍分 得分',
    ])
    expect(read.findings.filter(({ rule }) => rule === 'word-mended')).toHaveLength(3)
  })

  it('find the column of names where nothing of its header could be read', () => {
    const names = (header: readonly Spot[]) =>
      form({ header }).form.indicators.map(({ level2, name }) => `${level2.cell.raw} ${name.raw}`)[1]
    const rest = ['年度指标值', '实际完成值', '分值', '得分']
    expect(names(['一级指标', '二级指标', ['', 0], ...rest])).toBe('质量指标 验收合格率')
    expect(names(['一级指标', ['', 0], '三级指标', ...rest])).toBe('质量指标 验收合格率')
  })

  it('leave a word alone that was typed', () => {
    const grid = picture([...head, header, ['产值指标', '数量指标', '产量', '≥3吨', '3吨', '50', '50']])
    const cells = grid.cells.map(({ confidence: _confidence, ...cell }) => cell)
    const [found] = recognise([{ ...grid, cells, signs: 'typed' }]).forms
    expect(found!.form.indicators[0]!.level1.cell.raw).toBe('产值指标')
    expect(found!.events).toEqual([])
  })
})

describe('sums', () => {
  const doubtful = (spot: Spot) => form({ rows: { 1: ['', '质量指标', '验收合格率', '≥95%', '98%', spot, '20'] } })

  it('corroborate a doubtful figure that makes them come out', () => {
    const read = doubtful(['20', 0.5, '28'])
    expect(read.form.indicators[1]!.weight).toMatchObject({ raw: '20', confidence: 0.5, alternatives: ['28'] })
    expect(read.events).toEqual([])
  })

  it('take the one reading that makes them come out, and name the sum', () => {
    const read = doubtful(['28', 0.6, '20', '26'])
    expect(read.form.indicators[1]!.weight).toMatchObject({ raw: '20', alternatives: ['28', '26'] })
    const [finding] = read.findings.filter(({ rule }) => rule === 'reading-decided')
    expect(finding).toMatchObject({
      message: 'level1Points',
      data: { from: '28', to: '20', name: '产出指标' },
      at: [{ path: 'indicators[1].weight', source: { kind: 'page', page: 3 } }],
    })
  })

  it('find a usual confusion that was not among the other readings', () => {
    expect(doubtful(['2O', 0.6]).form.indicators[1]!.weight.raw).toBe('20')
  })

  it('offer the value they want where no reading has it', () => {
    const read = doubtful(['71', 0.4])
    expect(read.form.indicators[1]!.weight.raw).toBe('71')
    const [finding] = read.findings.filter(({ rule }) => rule === 'cell-to-confirm')
    expect(finding).toMatchObject({
      certainty: 'review',
      data: { guess: '20' },
      at: [{ path: 'indicators[1].weight' }],
    })
  })

  it('take nothing where two combinations come out alike', () => {
    const read = form({
      rows: {
        0: ['产出指标(50分)', '数量指标', '清淤长度', '≥30公里', '32公里', ['21', 0.5, '20', '22'], '18'],
        1: ['', '质量指标', '验收合格率', '≥95%', '98%', ['21', 0.5, '20', '18'], '18'],
      },
      total: '95',
    })
    expect(kinds(read.events)).toEqual(['reading-open', 'reading-open'])
    expect(read.form.indicators.slice(0, 2).map(({ weight }) => weight.raw)).toEqual(['21', '21'])
  })

  it('ask about a figure read without doubt where its sum fails and one sign would mend it', () => {
    const read = form({ total: '49' })
    expect(read.findings.filter(({ rule }) => rule === 'cell-to-confirm').map(({ data }) => data.guess)).toEqual(['99'])
  })

  it('let a figure of which nothing could be read stay empty, and say what the sum wants', () => {
    const read = doubtful(['', 0])
    expect(read.form.indicators[1]!.weight).toMatchObject({ raw: '', value: null, confidence: 0 })
    const [finding] = read.findings.filter(({ rule }) => rule === 'cell-to-confirm')
    expect(finding!.data.guess).toBe('20')
  })
})

describe('a row', () => {
  const target = (spot: Spot) => form({ rows: { 1: ['', '质量指标', '验收合格率', spot, '98%', '20', '20'] } })

  it('decides on a target that its score speaks for', () => {
    expect(target(['295%', 0.6, '≥95%']).form.indicators[1]!.target.raw).toBe('≥95%')
  })

  it('asks where what was read without doubt contradicts its score, best guess first', () => {
    const read = target('295$')
    expect(read.form.indicators[1]!.target.raw).toBe('295$')
    expect(read.events).toMatchObject([{ kind: 'reading-open', data: { guess: '≥95%' } }])
  })

  it('gives up no figure for a text, which no score contradicts', () => {
    const accidents = (sure: number) =>
      form({
        rows: { 1: ['', '质量指标', '人员伤亡事故', ['0人次', sure, '人次'], '达成预期指标', '20', '20'] },
      })
    expect(accidents(0.85).form.indicators[1]!.target.raw).toBe('0人次')
    expect(accidents(0.85).events).toEqual([])
    expect(accidents(0.6).form.indicators[1]!.target.raw).toBe('0人次')
    expect(kinds(accidents(0.6).events)).toEqual(['reading-open'])
  })

  it('leaves open what its score allows alike', () => {
    const read = target(['≥85%', 0.5, '≥95%'])
    expect(kinds(read.events)).toEqual(['reading-open'])
    expect(read.events[0]!.data.candidates).toBe('≥85%、≥95%')
  })

  it('takes a usual word for one that is none', () => {
    const read = form({
      rows: { 1: ['', '质量指标', '工程质量', '良好', ['达成顶期指标', 0.6, '达成预期指标'], '20', '20'] },
    })
    expect(read.form.indicators[1]!.actual.raw).toBe('达成预期指标')
    expect(kinds(read.events)).toEqual(['reading-decided'])
  })
})

describe("the form's own words", () => {
  const row = (name: Spot): readonly Spot[] => ['产出指标(50分)', '数量指标', name, '≥30公里', '32公里', '20', '20']
  const dust = ['', '质量指标', '扬尘监控验收合格率', '≥95%', '98%', '20', '20']

  it('settle a sign that was misread where the same word stands elsewhere, and say so', () => {
    const read = form({ rows: { 0: row(['杨尘监控台数', 0.5, '扬尘监控台数', '场尘监控台数']), 1: dust } })
    expect(read.form.indicators[0]!.name.raw).toBe('扬尘监控台数')
    expect(read.events).toContainEqual(
      expect.objectContaining({
        kind: 'reading-decided',
        data: { from: '杨尘监控台数', to: '扬尘监控台数', by: 'ownWord', name: '' },
      }),
    )
    expect(read.findings.some(({ message }) => message === 'ownWord')).toBe(true)
  })

  it('settle nothing where the form has neither word, or both', () => {
    const neither = form({ rows: { 0: row(['杨尘监控台数', 0.5, '扬尘监控台数']) } })
    expect(neither.form.indicators[0]!.name.raw).toBe('杨尘监控台数')
    expect(kinds(neither.events)).toContain('reading-open')
    const both = form({
      rows: {
        0: row(['杨尘监控台数', 0.5, '扬尘监控台数']),
        1: dust,
        2: ['', '时效指标', '杨尘监控按期完成率', '100%', '100%', '10', '10'],
      },
    })
    expect(both.form.indicators[0]!.name.raw).toBe('杨尘监控台数')
  })
})

describe('a form in traditional characters', () => {
  it('has no simplified ones among them; those with several counterparts stay', () => {
    const names = (name: Spot) => {
      const { form: read, events } = form({ rows: { 0: ['產出指標(50分)', '數量指標', name, '30', '32', '20', '20'] } })
      return [read.indicators[0]!.name.raw, ...kinds(events)]
    }
    expect(names('监測數據')).toEqual(['監測數據', 'word-mended'])
    expect(names(['整編资料審核', 0.5, '整编资料蕃核'])).toEqual(['整編資料審核', 'word-mended', 'reading-open'])
    expect(names('監測数据')).toEqual(['監測數據', 'word-mended'])
    expect(names('監测数据資')).toEqual(['監测数据資'])
    expect(names('歷史後台資料')).toEqual(['歷史後台資料'])
  })

  it('keeps what was typed on a page of its own', () => {
    const grid = picture([...head, header, ['產出指標(50分)', '數量指標', '监測數據', '30', '32', '20', '20']])
    const typed = grid.cells.map(({ confidence: _, ...cell }) => cell)
    expect(recognise([{ ...grid, cells: typed }]).forms[0]!.form.indicators[0]!.name.raw).toBe('监測數據')
  })
})

describe('a unit of money', () => {
  it('is found though its first bracket was lost', () => {
    const [read] = recognise([
      picture([
        ...head,
        ['项目\n资金\n万\n元)', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
        ['', '年度资金总额', '63', '63', '63', '10', '100%', '10'],
        header,
        ['产出指标(50分)', '数量指标', '清淤长度', '≥30公里', '32公里', '20', '20'],
      ]),
    ]).forms
    expect(read!.form.moneyUnit.value).toBe('万元')
  })
})

describe('titles', () => {
  it('keep the year that stands behind them, and are taken for no label', () => {
    const grid = (title: Spot) =>
      recognise([
        picture([
          [title],
          ...[['项目名称', '河道保洁项目', '主管部门', '某市水利局']],
          [...header],
          ['产出指标', '数量指标', '清淤长度', '≥30公里', '32公里', '20', '20'],
        ]),
      ]).forms[0]!.form
    expect(grid(['项目支出绩效白评表(2023年度)', 0.6]).title.raw).toBe('项目支出绩效自评表(2023年度)')
    expect(grid(['转移支付区域(项目)绩效目标自评表', 0.99]).title.raw).toBe('转移支付区域(项目)绩效目标自评表')
  })
})
