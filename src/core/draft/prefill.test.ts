import { describe, expect, it } from 'vitest'
import { layOutForm } from '../layout/index.ts'
import type { Form } from '../model/index.ts'
import { type FormSketch, formFromSketch } from '../recognise/sketch.ts'
import { layouts } from '../rulebook/index.ts'
import { draftOf, formOf, type Prefilled, type PrefillOptions, prefill } from './index.ts'

const project: FormSketch = {
  kind: 'project',
  stage: 'targets',
  title: '项目支出绩效目标申报表',
  project: '社区食堂建设补助',
  implementer: '某市养老服务中心',
  fiscalYear: '2025年度',
  moneyUnit: '万元',
  goals: [{ stated: '目标1:建成社区食堂20家。', midTerm: '目标1:建成60家。' }, { midTerm: '目标2:全部覆盖。' }],
  tasks: [
    { row: 'total', name: '资金总额', budgeted: '300', extra: { midTermBudget: '900' } },
    { row: 'source', name: '其中:财政拨款', budgeted: '300' },
  ],
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: '建成社区食堂数量',
      target: '≥20家',
      extra: { midTermTarget: '≥60家' },
    },
    { level1: '产出指标', level2: '质量指标', name: '验收合格率', target: '≥98%' },
    { level1: '产出指标', level2: '时效指标', name: '建设完成时间', target: '2025年12月底前' },
    { level1: '效益指标', level2: '经济效益指标', role: 'notApplicable', name: '不适用', target: '不适用' },
    { level1: '效益指标', level2: '社会效益指标', name: '服务老年人数', target: '≥5000人' },
    { level1: '满意度指标', level2: '服务对象满意度指标', name: '就餐老人满意度', target: '≥90%' },
  ],
  facts: { 项目属性: '新增项目', 项目期: '' },
}

function begun(sketch: FormSketch, options: PrefillOptions): Prefilled {
  const made = prefill(formFromSketch(sketch), options)
  if ('refused' in made) throw new Error(made.refused)
  return made
}

const weightsOf = ({ indicators }: Form) => indicators.map(({ weight }) => weight.raw)

describe('a self-evaluation begun from targets', () => {
  it('has names, goals, indicators and targets, and nothing of what only the year can tell', () => {
    const { form, left } = begun(project, { layout: 'national-project' })
    expect(form).toMatchObject({ kind: 'project', layout: 'national-project', title: { raw: '项目支出绩效自评表' } })
    expect(form.stage).toBeUndefined()
    expect([form.project.raw, form.implementer.raw, form.fiscalYear.value]).toEqual([
      '社区食堂建设补助',
      '某市养老服务中心',
      2025,
    ])
    expect(form.goals).toEqual([
      {
        stated: { raw: '目标1:建成社区食堂20家。', value: '目标1:建成社区食堂20家。' },
        achieved: { raw: '', value: null },
      },
    ])
    expect(form.indicators.map(({ name, target, role }) => [name.raw, target.raw, role])).toEqual(
      project.indicators!.map(({ name, target, role }) => [name, target, role ?? 'scored']),
    )
    for (const { actual, score, note, extra } of form.indicators) {
      expect([actual.raw, score.raw, note.raw, extra]).toEqual(['', '', '', {}])
    }
    expect([form.total.raw, form.grade.raw]).toEqual(['', ''])
    expect(left).toEqual(['facts[0]'])
  })

  it('has the money of the targets as the budget of the start of the year, and no other', () => {
    const { form } = begun(project, { layout: 'national-project' })
    expect(
      form.tasks.map(({ name, initialBudget, budgeted }) => [name.raw, initialBudget.raw, budgeted.total.raw]),
    ).toEqual([
      ['年度资金总额', '300', ''],
      ['其中:财政拨款', '300', ''],
    ])
    expect([form.tasks[0]!.weight.raw, form.tasks[1]!.weight.raw, form.executionPoints.raw]).toEqual(['10', '', '10'])
    const only = begun(project, { layout: 'transfer-payment' }).form
    expect(only.tasks.map(({ budgeted, weight }) => [budgeted.total.raw, weight.raw])).toEqual([
      ['300', ''],
      ['300', ''],
    ])
    expect(weightsOf(only)).toEqual(['', '', '', '', '', ''])
  })

  it('shares the points of the edition alike where no weight was approved, and says which', () => {
    const { form, proposedWeights, edition } = begun(project, { layout: 'national-project' })
    expect(edition).toBe('national-project-2020')
    expect(weightsOf(form)).toEqual(['16.67', '16.67', '16.66', '', '30', '10'])
    expect(form.indicators.map(({ level1 }) => level1.points.raw)).toEqual(['50', '50', '50', '30', '30', '10'])
    expect(proposedWeights).toEqual([0, 1, 2, 4, 5].map((index) => `indicators[${index}]`))
  })

  it('keeps approved weights as they are, and shares only what they leave', () => {
    const approved = ['20', '', '', undefined, '25', '15'] as const
    const indicators = project.indicators!.map((row, index) => ({
      ...row,
      ...(approved[index] ? { weight: approved[index] } : {}),
    }))
    const { form, proposedWeights } = begun({ ...project, indicators }, { layout: 'national-project' })
    expect(weightsOf(form)).toEqual(['20', '15', '15', '', '25', '15'])
    expect(proposedWeights).toEqual(['indicators[1]', 'indicators[2]'])
    // Labels say only what their rows make up.
    expect(form.indicators.map(({ level1 }) => level1.points.raw)).toEqual(['50', '50', '50', '', '', ''])
  })

  it('gives execution no points where the approved weights make up the whole', () => {
    const indicators = project.indicators!.slice(0, 2).map((row) => ({ ...row, weight: '50' }))
    const { form, proposedWeights } = begun({ ...project, indicators }, { layout: 'national-project' })
    expect([form.executionPoints.raw, form.tasks[0]!.weight.raw, proposedWeights]).toEqual(['', '', []])
    const full = project.indicators!.slice(0, 2).map((row, index) => ({ ...row, weight: index === 0 ? '60' : '' }))
    expect(weightsOf(begun({ ...project, indicators: full }, { layout: 'national-project' }).form)).toEqual(['60', ''])
  })

  it('keeps points that the labels of the targets print, and reads split targets as one', () => {
    const indicators: FormSketch['indicators'] = [
      { level1: '产出指标(40分)', name: '开放天数', attribute: '≥', target: '≥ 300 天', unit: '天', weight: '50' },
      { level1: '效益指标', name: '服务水平', attribute: '定性', target: '定性 持续提升', weight: '30' },
      { name: '藏书册数', attribute: '=', target: '', weight: '10', extra: { explanation: '年末数', remark: '无' } },
    ]
    const { form } = begun({ ...project, indicators }, { layout: 'national-project' })
    expect(form.indicators.map(({ target }) => target.raw)).toEqual(['≥300天', '定性 持续提升', ''])
    expect(form.indicators.map(({ level1 }) => level1.points.raw)).toEqual(['40', '30', ''])
    const explained = begun({ ...project, indicators }, { layout: 'explained-project' }).form
    expect(explained.indicators[2]!.extra).toEqual({ explanation: { raw: '年末数', value: '年末数' } })
    const split = begun({ ...project, indicators }, { layout: 'split-target-project' }).form
    expect(split.indicators[0]).toMatchObject({
      attribute: { raw: '≥' },
      target: { raw: '≥ 300 天' },
      unit: { raw: '天' },
    })
  })

  it('puts what was approved into the column of the start of the year where the adjusted target has its own', () => {
    const department: FormSketch = {
      kind: 'department',
      stage: 'targets',
      department: '某县档案馆',
      tasks: [{ name: '档案数字化经费', content: '扫描32万页', budgeted: '64.00', budgetedAppropriation: '64.00' }],
      indicators: [{ name: '档案数字化页数', target: '≥32万页' }, { name: '档案完好率' }],
      facts: { 职能概述: '保管档案' },
    }
    const { form } = begun(department, { layout: 'chongqing-department' })
    expect(form.indicators[0]!.extra).toEqual({ initialTarget: { raw: '≥32万页', value: '≥32万页' } })
    expect(form.indicators[1]!.extra).toEqual({ initialTarget: { raw: '', value: null } })
    const tasks = begun(department, { layout: 'shenzhen-department' }).form.tasks
    expect(tasks[0]).toMatchObject({ content: { raw: '扫描32万页' }, budgeted: { appropriation: { raw: '64.00' } } })
  })

  it('takes from the monitoring form what the targets leave open, money too', () => {
    const { tasks, implementer: _, ...bare } = project
    const monitoring = formFromSketch({
      kind: 'project',
      stage: 'monitoring',
      project: '另一名称',
      implementer: '某市养老服务中心',
      tasks: [{ row: 'total', name: '年度资金总额', budgeted: '280', executed: '150' }],
    })
    const { form } = begun(bare, { layout: 'national-project', monitoring })
    expect([form.project.raw, form.implementer.raw]).toEqual(['社区食堂建设补助', '某市养老服务中心'])
    expect(form.tasks.map(({ initialBudget, executed }) => [initialBudget.raw, executed.total.raw])).toEqual([
      ['280', ''],
    ])
    expect(tasks).toHaveLength(2)
    expect(begun(bare, { layout: 'national-project' }).form.executionPoints.raw).toBe('')
  })

  it('is filled in with the facts that its layout asks for', () => {
    const layout = layouts.find(
      ({ kind, stage, blocks }) =>
        kind === 'project' && stage === undefined && blocks.some(({ block }) => block === 'notes'),
    )!
    const notes = layout.blocks.find((block) => block.block === 'notes')!
    const [first] = notes.block === 'notes' ? notes.labels : []
    const { form, left } = begun(
      { ...project, facts: { [`${first}:`]: '甲', 项目属性: '新增' } },
      { layout: layout.id },
    )
    expect(form.facts[0]).toMatchObject({ label: { raw: first }, text: { raw: '甲' } })
    expect(left).toEqual(['facts[1]'])
  })

  it.each(['project', 'department'] as const)('is a form like any other, in every layout of a %s', (kind) => {
    const department = kind === 'department' ? { kind, department: '某县档案馆' } : {}
    for (const layout of layouts.filter((one) => one.kind === kind && one.stage === undefined)) {
      const { form } = begun({ ...project, ...department }, { layout: layout.id, edition: 'national-project-2020' })
      let next = 0
      expect(formOf(draftOf(form, () => `r${next++}`)), layout.id).toEqual(form)
      expect(
        layOutForm(form, layout).cells.some(({ text }) => text === '建成社区食堂数量'),
        layout.id,
      ).toBe(true)
      const has = (block: string) => layout.blocks.some((one) => one.block === block)
      expect([form.goals.length > 0, form.tasks.length > 0]).toEqual([has('goals'), has('tasks')])
    }
  })

  it('is refused where there is nothing to begin from, or nothing to begin', () => {
    const refused = (sketch: FormSketch, options: PrefillOptions) => prefill(formFromSketch(sketch), options)
    const { stage: _, ...evaluation } = project
    expect(refused(evaluation, { layout: 'national-project' })).toEqual({ refused: 'not-targets' })
    expect(refused(project, { layout: 'x' })).toEqual({ refused: 'no-layout' })
    expect(refused(project, { layout: 'project-targets' })).toEqual({ refused: 'not-evaluation' })
    expect(refused(project, { layout: 'shenzhen-department' })).toEqual({ refused: 'other-kind' })
    expect(refused(project, { layout: 'national-project', edition: 'x' })).toEqual({ refused: 'no-edition' })
  })
})
