/** A self-evaluation begun from a target form: the pure pre-fill, with what is to be said of it. */

import { type Prefilled, type PrefillRefusal, prefill } from '../core/draft/index.ts'
import type { Finding, Form, Severity } from '../core/model/index.ts'
import { editionById } from '../core/rulebook/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'

export interface DraftOrder {
  /** Id of the layout of the self-evaluation. */
  readonly layout: string
  /** Edition whose points are shared where none were approved. */
  readonly edition?: string
  /** The monitoring form of the same year. */
  readonly monitoring?: Form
}

type DraftRule = 'draft/refused' | 'draft/weights-proposed' | 'draft/facts-left'

export const draftRules: Readonly<Record<DraftRule, RuleTexts & { readonly severity: Severity }>> = {
  'draft/refused': {
    title: { zh: '不能据以生成自评表', en: 'no self-evaluation can be begun from it' },
    severity: 'error',
    messages: {
      'not-targets': {
        text: { zh: '这不是绩效目标申报（批复）表或监控表', en: 'this form sets no targets' },
        advice: { zh: '请给出绩效目标申报表或批复表', en: 'name a form of targets' },
      },
      'no-layout': {
        text: { zh: '没有版式“{layout}”', en: 'no such layout: {layout}' },
        advice: { zh: '用 ziping layouts 查看版式', en: 'see ziping layouts' },
      },
      'no-edition': {
        text: { zh: '没有规则“{edition}”', en: 'no such rules: {edition}' },
        advice: { zh: '用 ziping editions 查看规则', en: 'see ziping editions' },
      },
      'not-evaluation': {
        text: { zh: '版式“{layout}”不是自评表', en: 'layout {layout} is not one of a self-evaluation' },
        advice: { zh: '用 ziping layouts 选自评表的版式', en: 'choose one by ziping layouts' },
      },
      'other-kind': {
        text: {
          zh: '版式“{layout}”与目标表不是同一类（部门整体、项目）',
          en: 'layout {layout} is of another kind (department, project) than the targets',
        },
        advice: { zh: '选同一类表的版式', en: 'choose a layout of the same kind' },
      },
    },
  },
  'draft/weights-proposed': {
    title: { zh: '分值为建议值', en: 'weights are proposed' },
    severity: 'warning',
    messages: {
      shared: {
        text: {
          zh: '目标表没有列{count}个指标的分值：按“{edition}”的一级指标分值平均分配，须由单位核定',
          en: 'the targets give no weight to {count} indicators: the level-1 points of “{edition}” are shared alike among them; the unit must settle them',
        },
        advice: { zh: '按批复或指标重要程度改定分值', en: 'put the approved weights, or weigh by importance' },
      },
    },
  },
  'draft/facts-left': {
    title: { zh: '未带入自评表的栏目', en: 'texts that the layout has no place for' },
    severity: 'info',
    messages: {
      left: {
        text: { zh: '所选版式没有这些栏目，未带入：{labels}', en: 'the layout has no place for: {labels}' },
        advice: { zh: '需要的请自行补充', en: 'add what is needed' },
      },
    },
  },
}

function say(rule: DraftRule, message: string, data: Finding['data'], at: Finding['at']): Finding {
  const { severity } = draftRules[rule]
  return { rule, message, data, severity, certainty: 'certain', at, law: [] }
}

function saidOf(targets: Form, { edition, proposedWeights, left }: Prefilled): readonly Finding[] {
  const [first, ...others] = proposedWeights.map((path) => ({ path: `${path}.weight` }))
  const labels = left.map((path) => targets.facts[Number(/\d+/.exec(path)![0])]!.label.raw).join('、')
  return [
    ...(first === undefined
      ? []
      : [
          say(
            'draft/weights-proposed',
            'shared',
            { count: proposedWeights.length, edition: editionById(edition)!.title.zh },
            [first, ...others],
          ),
        ]),
    ...(left.length === 0 ? [] : [say('draft/facts-left', 'left', { labels }, [{ path: 'form' }])]),
  ]
}

/** The begun form, null where it is refused; and what is to be said. */
export function draftFromTargets(
  targets: Form,
  order: DraftOrder,
): { readonly form: Form | null; readonly findings: readonly Finding[] } {
  const made = prefill(targets, order)
  if ('refused' in made) {
    const refused: PrefillRefusal = made.refused
    const data = { layout: order.layout, edition: order.edition ?? '' }
    return { form: null, findings: [say('draft/refused', refused, data, [{ path: 'form' }])] }
  }
  return { form: made.form, findings: saidOf(targets, made) }
}
