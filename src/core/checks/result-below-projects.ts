import { gather } from '../model/gather.ts'
import { Exact, type Form, type Indicator, indicatorPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { sayFigure } from './aids/figures.ts'
import { quantityOf } from './aids/indicator-class.ts'
import { inUnitOf, unitOfIndicator } from './aids/limits.ts'
import { sameIndicators } from './aids/same-indicator.ts'
import type { FormCheck, Problem } from './check.ts'

/** Rates are no sums; costs and times are told per piece. */
const NOT_ADDED = new Set(['share', 'points', 'days', 'months', 'hours', 'minutes'])

/** What is counted and adds up over projects. */
function counted({ level1Kind, role }: Indicator): boolean {
  return role === 'scored' && level1Kind === 'output'
}

function amount(row: Indicator, like: Indicator): Exact | null {
  const quantity = quantityOf(row.actual.value?.value)
  if (quantity === null || NOT_ADDED.has(quantity.unit?.dimension ?? '')) return null
  return inUnitOf(quantity, unitOfIndicator(like))
}

/** Results of the projects in rows of the same name, by row of the department. */
function resultsOf(form: Form, projects: readonly Form[]): ReadonlyMap<number, readonly Exact[]> {
  const found = new Map<number, Exact[]>()
  for (const project of projects) {
    for (const { first, second, by } of sameIndicators(form.indicators, project.indicators)) {
      if (by === 'wording') continue
      const reached = amount(project.indicators[second]!, form.indicators[first]!)
      if (reached !== null) found.set(first, [...(found.get(first) ?? []), reached])
    }
  }
  return found
}

const row = (name: string, actual: string, level1 = '产出指标') => ({
  level1,
  level2: '数量指标',
  name,
  target: '≥10',
  actual,
})
const project = (...indicators: readonly ReturnType<typeof row>[]) => ({
  kind: 'project' as const,
  indicators: [...indicators],
})

export const check: FormCheck = {
  id: 'result-below-projects',
  code: 'D23',
  over: 'form',
  title: {
    passed: { zh: '部门的完成值不低于同名项目指标', en: 'Results are not below those of the projects' },
    failed: { zh: '部门的完成值低于所属项目', en: 'A result below those of the projects' },
  },
  why: {
    zh: '部门表的产出数包含所属项目的产出，同名指标不应少于各项目之和。有所属项目的表才能比较；比率和时间不相加。',
    en: 'A department’s outputs hold those of its projects: under the same name they cannot be less than their sum. Compared where the projects’ forms are at hand; rates and times do not add up.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/projects-beside')],
  messages: {
    below: {
      text: {
        zh: '“{name}”部门完成{now}，{count}个项目合计{sum}{unit}',
        en: '“{name}”: the department has {now}, its {count} projects together {sum}{unit}',
      },
      advice: { zh: '核对两表的完成值', en: 'check the results in both' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { kind: 'department', indicators: [row('培训人数', '120人'), row('送戏场次', '10')] },
      beside: {
        projects: [project(row('培训人数', '90人'), row('送戏场次', '20')), project(row('培训人数', '45人'))],
      },
      flagged: ['below@indicators[0].actual', 'below@indicators[1].actual'],
    },
    {
      from: 'made',
      form: {
        kind: 'department',
        indicators: [
          row('培训人数', '135人'),
          row('合格率', '95%'),
          row('单位成本', '30元', '成本指标'),
          row('办理情况', '已办结'),
          row('农村公路日常养护里程', '10公里'),
        ],
      },
      beside: {
        projects: [
          project(
            row('培训人数', '90人'),
            row('合格率', '98%'),
            row('单位成本', '40元', '成本指标'),
            row('办理情况', '已办结'),
            row('农村公路的日常养护里程', '90公里'),
          ),
          project(row('培训人数', '45人')),
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { kind: 'department', indicators: [row('培训人数', '120人')] }, flagged: [] },
  ],
  test({ form, beside: { projects = [] } }) {
    if (projects.length === 0) return 'skip'
    const results = resultsOf(form, projects)
    return answerOf(
      gather(form.indicators, (now, index): Problem[] => {
        const [own, below] = [amount(now, now), results.get(index)]
        if (!counted(now) || own === null || below === undefined) return []
        const sum = Exact.sum(below)
        if (own.atLeast(sum)) return []
        const unit = unitOfIndicator(now)?.name ?? ''
        const data = { name: now.name.raw, now: now.actual.raw, count: below.length, sum: sayFigure(sum), unit }
        return [{ message: 'below', data, at: [`${indicatorPath(index)}.actual`], certainty: 'review' }]
      }),
    )
  },
}
