/**
 * Level-1 and level-2 labels of the indicator table, as forms print them. Points in brackets, blanks, line breaks,
 * numbering and a missing 指标 do not matter; anything that is not a whole label is no label.
 */

import type { Level1 } from '../model/index.ts'
import { remember } from '../model/remember.ts'

export interface Level1Name {
  readonly kind: Level1
  /** The label as printed, without points, blanks and numbering: 产出指标. */
  readonly name: string
}

export interface Level2Name {
  readonly name: string
  /** Where it usually stands. 成本指标 also stands under 成本指标. */
  readonly level1: Level1
}

/** How deep each label of an indicator stands. */
export const labelDepth = { level1: 1, level2: 2 } as const

const level1Words: ReadonlyMap<string, Level1> = new Map<string, Level1>([
  ...['预算执行', '预算执行率', '预算执行情况', '预算资金执行率', '执行率', '资金执行', '资金执行率'].map(
    (word) => [word, 'execution'] as const,
  ),
  ...['成本', '成本控制'].map((word) => [word, 'cost'] as const),
  ...['产出', '履职产出', '产出绩效', '绩效产出', '履职效能', '项目完成', '履职'].map(
    (word) => [word, 'output'] as const,
  ),
  ...[
    '效益',
    '效果',
    '履职效益',
    '履职效果',
    '社会效应',
    '效果效益',
    '绩效效益',
    '影响力',
    '可持续发展能力',
    '能力建设',
  ].map((word) => [word, 'benefit'] as const),
  ...[
    '满意度',
    '满意',
    '服务对象满意度',
    '社会公众满意度',
    '社会公众或服务对象满意度',
    '服务对象或社会公众满意度',
    '受益对象满意度',
    '社会满意度',
    '群众满意度',
    '公众满意度',
  ].map((word) => [word, 'satisfaction'] as const),
  ...['过程', '管理', '综合管理', '预算管理', '管理效率', '运行成本', '实施过程', '资金管理', '资金管理情况'].map(
    (word) => [word, 'process'] as const,
  ),
  ...['投入', '决策', '投入管理', '决策投入', '投入和管理', '投入与管理'].map((word) => [word, 'input'] as const),
])

const level2Words: ReadonlyMap<string, Level1> = new Map<string, Level1>([
  ...[
    '数量',
    '质量',
    '时效',
    '成本',
    '进度',
    '产出数量',
    '产出质量',
    '产出时效',
    '产出成本',
    '产出进度',
    '完成数量',
    '完成质量',
    '完成时效',
    '时效性',
    '职责履行',
    '整体效能',
    '履职完成情况',
    '任务完成',
    '实际完成',
    '重点工作履行情况',
    '整体工作完成情况',
    '重点工作完成情况',
    '重点工作任务完成',
    '履职目标实现',
    '部门履职目标',
  ].map((word) => [word, 'output'] as const),
  ...['经济成本', '社会成本', '生态环境成本', '生态成本', '环境成本', '成本控制', '成本节约'].map(
    (word) => [word, 'cost'] as const,
  ),
  ...[
    '经济效益',
    '社会效益',
    '生态效益',
    '环境效益',
    '生态环境效益',
    '社会影响',
    '可持续影响',
    '可持续影响力',
    '可持续性影响',
    '可持续发展影响',
    '可持续发展',
    '可持续效益',
    '可持续',
    '可持续性',
    '社会效益效益',
    '经济效益效益',
    '生态效益效益',
    '可持续影响效益',
    '履职效益',
    '实施效益',
    '项目效益',
    '效益',
    '体制机制改革',
    '创新驱动发展',
    '人才支撑',
    '部门效果目标',
    '长效管理',
    '人力资源',
    '人力资源建设',
    '信息共享',
    '档案管理',
  ].map((word) => [word, 'benefit'] as const),
  ...[
    '满意度',
    '服务对象满意度',
    '社会公众满意度',
    '社会公众或服务对象满意度',
    '服务对象或社会公众满意度',
    '社会公众及服务对象满意度',
    '受益对象满意度',
    '受益群体满意度',
    '受益群众满意度',
    '受益者满意度',
    '受众满意度',
    '社会满意度',
    '群众满意度',
    '公众满意度',
    '职工满意度',
    '内部满意度',
    '帮扶对象满意度',
    '使用人员满意度',
    '具体满意度',
    '服务对象满意',
  ].map((word) => [word, 'satisfaction'] as const),
  ...[
    '预算执行',
    '预算管理',
    '资产管理',
    '业务管理',
    '财务管理',
    '资金管理',
    '组织实施',
    '项目管理',
    '组织管理',
    '绩效管理',
    '制度管理',
    '信息公开',
    '采购管理',
    '收支管理',
    '内控管理',
    '预决算公开',
    '人员管理',
    '基础管理',
    '预算编制管理',
    '预算监督管理',
    '预算收支管理',
    '成本控制成效',
    '工作目标管理',
    '预算和财务管理',
    '事项管理',
    '重点工作管理',
    '机构建设',
    '组织建设',
  ].map((word) => [word, 'process'] as const),
  ...[
    '目标设定',
    '预算配置',
    '项目立项',
    '资金落实',
    '绩效目标',
    '资金投入',
    '预算编制',
    '目标管理',
    '决策依据',
    '投入管理',
    '计划制定',
  ].map((word) => [word, 'input'] as const),
  ...['预算执行率', '执行率', '预算资金执行率', '预算完成率'].map((word) => [word, 'execution'] as const),
])

/** Every level-1 and level-2 label as forms print it most: with 指标 at its end. */
export const labelNames: readonly string[] = [...new Set([...level1Words.keys(), ...level2Words.keys()])].map(
  (word) => `${word}指标`,
)

const BLANKS = /[\s\u00a0\u3000\u200b]+/g
const NUMBERING = /^(?:[(（](?:\d+|[一二三四五六七八九十]+)[)）]|(?:\d+|[一二三四五六七八九十]+)[、.．)）])/
/** Points: '(50分)', '(50)', '(10%)', '50分', also where a bracket is lost or the points stand twice. */
const POINTS = /(?:[(（[【]\d+(?:[.．]\d+)?(?:分|%|％)?[)）\]】]?|\d+(?:[.．]\d+)?(?:分|%|％)[)）]?)$/
/** Nothing else stands in most labels: there is nothing to take off. */
const HAN = /^[\u4e00-\u9fff]*$/
const TAIL = /[:：;；,，。]+$/

/** The label as printed, without blanks, numbering and points. */
function bare(label: string): string {
  if (HAN.test(label)) return label
  let text = label.replace(BLANKS, '').replace(NUMBERING, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(TAIL, '').replace(POINTS, '')
  }
  return text
}

/** 项目产出指标 and 部门产出 are looked up as 产出. */
function find(words: ReadonlyMap<string, Level1>, name: string): Level1 | undefined {
  const core = name.replace(/指标$/, '')
  // 产出目标, 影响力目标 in forms that set targets by dimension.
  return (
    words.get(core) ?? words.get(core.replace(/目标$/, '')) ?? words.get(core.replace(/^(?:项目|部门|单位|年度)/, ''))
  )
}

/** The level-1 block a label names, or null. */
export const level1Of: (label: string) => Level1Name | null = remember((label) => {
  const name = bare(label)
  const kind = find(level1Words, name)
  return kind === undefined ? null : { kind, name }
})

/** The level-2 block a label names, or null. */
export const level2Of: (label: string) => Level2Name | null = remember((label) => {
  const name = bare(label)
  const level1 = find(level2Words, name)
  return level1 === undefined ? null : { name, level1 }
})
