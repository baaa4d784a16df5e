import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import type { Grid, GridCell } from '../model/index.ts'
import { placeholdersOf } from '../texts/index.ts'
import { recognise, recogniseRules, toPlain } from './index.ts'

function read(text: string) {
  return recognise(readText(new TextEncoder().encode(text), 'form.txt').value)
}

function only(text: string) {
  const { forms } = read(text)
  expect(forms).toHaveLength(1)
  return forms[0]!
}

const header = '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t备注\n'

/** A grid from rows of cells; a cell may be [text, rowSpan, columnSpan]. */
function sheet(rows: readonly (readonly (string | readonly [string, number, number] | null)[])[]): Grid {
  const cells: GridCell[] = []
  rows.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (cell === null || cell === '') return
      const [text, rowSpan, columnSpan] = typeof cell === 'string' ? [cell, 1, 1] : cell
      const source = { kind: 'table', table: 1, row: rowIndex + 1, column: column + 1 } as const
      cells.push({ row: rowIndex, column, rowSpan, columnSpan, text, source })
    })
  })
  return { cells, rowCount: rows.length, columnCount: Math.max(...rows.map((row) => row.length)), bordered: true }
}

describe('another kind of file', () => {
  it.each([
    ['姓名\t部门\t电话\n张某\t办公室\t1234', 'otherTable'],
    [
      '\t\t技能培训合格率\t≥95%\t3\t100%\t3\n\t\t培训场次\t≥5场\t2\t6场\t2\n\t时效指标\t培训完成时间\t≤12月\t2\t11月\t2\n总分\t\t\t\t\t98',
      'continued',
    ],
    ['姓名\t部门\t次数\t天数\n张某\t≥5\t3\t4\n李某\t≥5\t3\t4', 'otherTable'],
    ['这是一份通知。\n请各单位于月底前报送。', 'none'],
    ['', 'none'],
  ])('says that there is no form: %j', (text, message) => {
    const grids = text === '' ? [] : readText(new TextEncoder().encode(text), 'a.txt').value
    const { forms, findings } = recognise(grids)
    expect(forms).toEqual([])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ rule: 'recognise/no-form', message, severity: 'error' })
    const said = recogniseRules['recognise/no-form'].messages[message]!
    for (const name of placeholdersOf(said.text.zh)) expect(findings[0]!.data).toHaveProperty(name)
  })
})

describe('several forms in one file', () => {
  const one = (name: string) =>
    `项目支出绩效自评表\n项目名称\t${name}\n${header}产出指标\t数量指标\t${name}次数\t≥5次\t6次\t90\t90\t\n总分\t\t\t\t\t\t96\n`

  it('are told apart by title and head, in order', () => {
    const { forms } = read(one('河道清淤') + one('堤防加固'))
    expect(forms.map(({ form }) => form.project.raw)).toEqual(['河道清淤', '堤防加固'])
    expect(forms.map(({ form }) => form.total.raw)).toEqual(['96', '96'])
  })

  it('have their totals below their tables too, once', () => {
    const head = ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分']
    const table = sheet([head, ['产出指标', '清淤长度', '≥5公里', '6公里', '90', '90']])
    const line = (...texts: string[]): Grid => ({ ...sheet([texts]), bordered: false })
    const { forms } = recognise([table, line('总分', '96'), line('总分', '97')])
    expect(forms.map(({ form }) => form.total.raw)).toEqual(['96'])
    expect(recognise([table, line('总分')]).forms[0]!.form.total.raw).toBe('')
  })

  it('are not made of a title that a later page repeats', () => {
    const text = one('河道清淤').replace(
      '总分',
      `项目支出绩效自评表\n${header}\t质量指标\t验收合格率\t100%\t100%\t10\t10\t\n总分`,
    )
    const { form, residue } = only(text)
    expect(form.indicators.map(({ name }) => name.raw)).toEqual(['河道清淤次数', '验收合格率'])
    expect(form.indicators[1]!.level1.cell.raw).toBe('产出指标')
    expect(residue.unread).toEqual([])
  })
})

describe('labels', () => {
  it('follow true merges of a sheet', () => {
    const grid = sheet([
      ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
      [['产出指标(50分)', 3, 1], ['数量指标', 2, 1], '甲', '1', '1', '20', '20'],
      [null, null, '乙', '1', '1', '20', '20'],
      [null, '质量指标', '丙', '100%', '100%', '10', '10'],
      [['效益\n指标', 1, 1], '社会效益指标', '丁', '提升', '提升', '30', '30'],
    ])
    const { form } = recognise([grid]).forms[0]!
    expect(form.indicators.map(({ level1, level2 }) => `${level1.cell.raw}/${level2.cell.raw}`)).toEqual([
      '产出指标/数量指标',
      '产出指标/数量指标',
      '产出指标/质量指标',
      '效益指标/社会效益指标',
    ])
    expect(form.indicators[0]!.level1.points.value?.toString()).toBe('50')
    expect(form.indicators[3]!.level1.points.raw).toBe('')
  })

  it('printed sums decide where a block in the middle of its label ends', () => {
    const rows = ['甲\t1\t1\t10\t10', '乙\t1\t1\t10\t10', '丙\t1\t1\t5\t5', '丁\t1\t1\t5\t5', '戊\t1\t1\t5\t5']
    const text = (first: string, second: string) =>
      `${header}${rows.map((row, index) => `${index === 1 ? '产出指标' : ''}\t${index === 1 ? first : index === 3 ? second : ''}\t${row}\t`).join('\n')}\n`
    const levels = (source: string) => only(source).form.indicators.map(({ level2 }) => level2.cell.raw[0])
    expect(levels(text('数量指标(20分)', '质量指标(15分)'))).toEqual(['数', '数', '质', '质', '质'])
    expect(levels(text('数量指标(25分)', '质量指标(10分)'))).toEqual(['数', '数', '数', '质', '质'])
  })

  it('of a frame of ones own stay as printed', () => {
    const { form } = only(
      `${header}部门决策\t目标设定\t绩效目标合理性\t合理\t合理\t10\t10\t\n\t党建引领\t支部活动次数\t≥12次\t12次\t5\t5\t\n`,
    )
    expect(form.indicators.map(({ level1, level2 }) => [level1.cell.raw, level2.cell.raw])).toEqual([
      ['部门决策', '目标设定'],
      ['部门决策', '党建引领'],
    ])
  })

  it('parted over two rows are one', () => {
    const { form, events } = only(
      `${header}\t可持续影\t甲\t健全\t健全\t10\t10\t\n效益指标\t响指标\t乙\t健全\t健全\t10\t10\t\n`,
    )
    expect(form.indicators.map(({ level2 }) => level2.cell.raw)).toEqual(['可持续影响指标', '可持续影响指标'])
    expect(events.some(({ kind }) => kind === 'label-repaired')).toBe(true)
  })
})

describe('rows', () => {
  it('that nobody filled in are left out, and kept in the residue', () => {
    const { form, residue } = only(
      `${header}产出指标\t数量指标\t指标1:培训人数\t≥5人\t6人\t10\t10\t\n\t\t指标2:\t\t\t\t\t\n\t\t……\t\t\t\t\t\n`,
    )
    expect(form.indicators).toHaveLength(1)
    expect(residue.ignored.filter(({ reason }) => reason === 'templateRow').map(({ text }) => text)).toEqual([
      '指标2:',
      '……',
    ])
  })

  it('of a parent are parts; what does not apply is said so', () => {
    const { form } = only(
      `${header}产出指标\t数量指标\t种植面积\t30亩\t30亩\t10\t10\t\n\t\t其中:桃树\t10亩\t10亩\t\t\t\n效益指标\t经济效益指标\t不适用\t\t\t\t\t\n\t社会效益指标\t带动农户\t本指标不适用此项目\t\t\t\t\n`,
    )
    expect(form.indicators.map(({ role }) => role)).toEqual(['scored', 'part', 'notApplicable', 'notApplicable'])
  })

  it('end with the total, the sum of weights and the grade', () => {
    const { form } = only(`${header}产出指标\t数量指标\t培训人数\t≥5人\t6人\t90\t86\t\n总分\t\t\t\t\t100\t95.5\t优\n`)
    expect([form.total.raw, form.grade.value]).toEqual(['95.5', 'excellent'])
    expect(form.facts.map(({ label, text }) => [label.raw, text.raw])).toEqual([['总分', '100']])
  })

  it('take the last bare number as total, and earlier ones as numbers of pages', () => {
    const { form, residue } = only(
      `${header}产出指标\t数量指标\t甲\t1\t1\t50\t50\t\n\t2\n\t\t乙\t1\t1\t40\t40\t\n\t\t93.5\n`,
    )
    expect(form.total.raw).toBe('93.5')
    expect(residue.ignored.filter(({ reason }) => reason === 'pageNumber').map(({ text }) => text)).toEqual(['2'])
  })

  it('takes figures side by side for the rest of a broken row, never for numbers of pages', () => {
    const { form, events } = recognise([
      sheet([
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '备注'],
        ['产出指标', '数量指标', '培训人数', '≥50人', '50人', '10', '10', '按计划完成'],
        ['', '', '改造床位数', '114张以上', '', '', '', ''],
        ['', '', '', '', '131', '8', '8', ''],
        ['', '', '宣传场次', '≥4场', '5场', '10', '10', ''],
      ]),
    ]).forms[0]!
    expect(form.indicators.map(({ actual, score }) => [actual.raw, score.raw])).toEqual([
      ['50人', '10'],
      ['131', '8'],
      ['5场', '10'],
    ])
    expect(events.map(({ kind }) => kind)).toContain('row-joined')
  })
})

describe('the head', () => {
  it('is read from labels beside their values, and from label and value in one cell', () => {
    const { form } = only(
      `2022年度部门整体支出绩效自评表\n部门名称:青石县林业局 主管部门:青石县人民政府\n单位:万元\n${header}产出指标\t数量指标\t甲\t1\t1\t90\t90\t\n`,
    )
    expect(toPlain(form)).toMatchObject({
      kind: 'department',
      region: '青石县',
      department: '青石县林业局',
      supervisor: '青石县人民政府',
      fiscalYear: '2022',
      moneyUnit: '万元',
    })
  })

  it('keeps labels that the rulebook does not know', () => {
    const { form } = only(
      `项目支出绩效自评表\n项目名称\t河道清淤\t立项文号\t水发1号\n${header}产出指标\t数量指标\t甲\t1\t1\t90\t90\t\n`,
    )
    expect(form.facts.map(({ label, text }) => [label.raw, text.raw])).toEqual([['立项文号', '水发1号']])
  })
})

describe('goals', () => {
  const rest = `${header}产出指标\t数量指标\t甲\t1\t1\t90\t90\t\n`
  const goals = (head: string) => toPlain(only(`项目支出绩效自评表\n项目名称\t某项目\n${head}${rest}`).form).goals

  it.each([
    ['two columns', '年度总体目标\t预期目标\t实际完成情况\n\t完成清淤。\t已完成。\n', [['完成清淤。', '已完成。']]],
    ['labels beside texts', '年度总体目标\t完成清淤。\n完成情况\t已完成。\n', [['完成清淤。', '已完成。']]],
    [
      'numbers, out of order and run together',
      '年度总体目标\t预期目标\t实际完成情况\n\t目标1:甲。目标2:乙。\t目标2完成情况:乙已完成。目标1完成情况:甲已完成。\n',
      [
        ['目标1:甲。', '目标1完成情况:甲已完成。'],
        ['目标2:乙。', '目标2完成情况:乙已完成。'],
      ],
    ],
    [
      'one side without numbers stays whole',
      '年度总体目标\t预期目标\t实际完成情况\n\t目标1:甲。目标2:乙。\t全部完成。\n',
      [['目标1:甲。目标2:乙。', '全部完成。']],
    ],
  ])('from %s', (_, head, expected) => {
    expect(goals(head).map(({ stated, achieved }) => [stated, achieved])).toEqual(expected)
  })
})

describe('labels that a page break cuts', () => {
  it('are one label again', () => {
    const head = header.trimEnd().split('\t')
    const { forms } = recognise([
      sheet([
        [['项目支出绩效自评表', 1, 8]],
        head,
        [['产出指标', 2, 1], ['数量指标', 2, 1], '甲', '1', '1', '40', '40', ''],
        [null, null, '乙', '1', '1', '50', '50', ''],
        [['满意度指标(10', 2, 1], ['服务对象满意度指', 2, 1], '丙', '90%', '95%', '3', '3', ''],
        [null, null, '丁', '90%', '95%', '3', '3', ''],
        ['分)', '标', '戊', '90%', '95%', '4', '4', ''],
      ]),
    ])
    const labels = forms[0]!.form.indicators.map(({ level1, level2 }) => [
      level1.cell.raw,
      level1.points.raw,
      level2.cell.raw,
    ])
    expect(labels.slice(2)).toEqual(Array.from({ length: 3 }, () => ['满意度指标', '10', '服务对象满意度指标']))
  })
})

describe('money', () => {
  it('knows the unit of money whose bracket was lost', () => {
    const { form } = only(
      `项目支出绩效自评表\n项目名称\t某项目\n项目资金万元)\t\t预算数\t执行数\t执行率\n\t年度资金总额\t100\t80\t80%\n${header}产出指标\t数量指标\t甲\t1\t1\t90\t90\t\n`,
    )
    expect(form.moneyUnit.value).toBe('万元')
  })

  it('keeps columns of its own beside the common ones', () => {
    const { form } = only(
      `项目支出绩效自评表\n项目名称\t某项目\n项目资金(万元)\t\t预算数\t到位数\t执行数\t执行率\n\t年度资金总额\t100\t90\t80\t80%\n${header}产出指标\t数量指标\t甲\t1\t1\t90\t90\t\n`,
    )
    const [total] = form.tasks
    expect(total!.role).toBe('total')
    expect([total!.budgeted.total.raw, total!.extra?.received?.raw, total!.executed.total.raw]).toEqual([
      '100',
      '90',
      '80',
    ])
  })
})
