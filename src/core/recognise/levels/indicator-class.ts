/** Which level-2 block a row's name and target speak for: words of the name first, then the unit of the target. */

import { level2Of } from '../../rulebook/index.ts'
import { kindOf } from '../kinds.ts'

export type IndicatorClass =
  | 'quantity'
  | 'quality'
  | 'time'
  | 'cost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'lasting'
  | 'satisfaction'

const byName: readonly [RegExp, readonly IndicatorClass[]][] = [
  [/满意/, ['satisfaction']],
  [/及时|时限|时效|时长|期限|完成时间|时间|按时|按期|准时|进度/, ['time']],
  [/(?:费用|成本|支出|经费|能耗).{0,4}(?:下降|降低|节约|节省)/, ['economic', 'cost']],
  [/成本|经费|费用|造价|单价|控制数|补助标准|投资额|支出/, ['cost']],
  [/覆盖率|知晓率|参与率|普及率|投诉/, ['quality', 'social']],
  [/管护|年限|健全性/, ['lasting', 'quality']],
  [/能耗|循环利用|资源利用/, ['ecological', 'quality']],
  [/(?:率|比例|程度|质量)$|合格|达标|验收|质量(?:达|提升|水平|等级|情况|优良)|准确|精确|符合|规范|完整/, ['quality']],
  [/收入|产值|增收|税收|利润|就业|经济/, ['economic']],
  [/生态|环境|污染|排放|绿化|空气|水质/, ['ecological']],
  [/持续|长期|长效|机制/, ['lasting']],
  [/(?:数|量|人次|场次|个数|面积|里程|份数|床位|报告)$|数量|人数|次数|场数/, ['quantity']],
]

const byLabel: readonly [RegExp, IndicatorClass][] = [
  [/满意/, 'satisfaction'],
  [/成本/, 'cost'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效|进度/, 'time'],
  [/经济/, 'economic'],
  [/社会/, 'social'],
  [/生态|环境/, 'ecological'],
  [/可持续/, 'lasting'],
]

const benefits: ReadonlySet<IndicatorClass> = new Set(['economic', 'social', 'ecological', 'lasting'])
const outputs: ReadonlySet<IndicatorClass> = new Set(['quantity', 'quality', 'time', 'cost'])

export function classOfLabel(label: string): IndicatorClass | null {
  if (level2Of(label) === null) return null
  return byLabel.find(([words]) => words.test(label))?.[1] ?? null
}

function classOfTarget(target: string): IndicatorClass | null {
  if (/元/.test(target)) return 'cost'
  if (/年.*月|月.*[日底前]/.test(target)) return 'time'
  const kind = kindOf(target)
  if (kind === 'percent' || /[%％]$/.test(target)) return 'quality'
  if (kind === 'number' || kind === 'measure') return 'quantity'
  if (kind === 'word') return /提升|增强|改善|促进|提高|显著|明显|不断/.test(target) ? 'social' : null
  return null
}

/** The blocks a row speaks for; none where neither its name nor its target says anything. */
export function classesOfRow(name: string, target: string): readonly IndicatorClass[] {
  const named = byName.find(([words]) => words.test(name))?.[1] ?? []
  if (named[0] === 'satisfaction' || named[0] === 'time') return named
  const measured = classOfTarget(target)
  if (measured === 'cost' && !named.includes('economic')) return ['cost']
  if (named.length === 0) return measured === null ? [] : [measured]
  // A count of things is a quantity, whatever the things are called.
  return kindOf(target) === 'measure' && measured === 'quantity' ? [...named, 'quantity'] : named
}

function fitOfOne(row: IndicatorClass, label: IndicatorClass): number {
  if (row === label) return 0
  if (benefits.has(row) && benefits.has(label)) return 100
  // A share, a count or a word may measure a benefit too.
  if (benefits.has(label) && (row === 'quality' || row === 'quantity')) return 140
  if (outputs.has(row) && outputs.has(label)) return 200
  return 300
}

/** 0: fits; 100: says nothing; up to 300: speaks against. */
export function fitOf(row: readonly IndicatorClass[], label: IndicatorClass | null): number {
  if (row.length === 0 || label === null) return 100
  return Math.min(...row.map((one) => fitOfOne(one, label)))
}

/** Two neighbouring names that end alike belong to one block more often than not. */
export function endAlike(first: string, second: string): boolean {
  return first.length > 2 && second.length > 2 && first.slice(-2) === second.slice(-2)
}
