import { withoutBlanks } from '../model/blanks.ts'
import { Exact, type Indicator } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import type { IndicatorCheck } from './check.ts'

/** Said of the indicator itself, not of an activity that was called off. */
const DROPPED =
  /(?:该|本|此)(?:项)?指标[^,;\uff0c\uff1b。]{0,10}(?:删除|取消|撤销|核减|调出|不再(?:考核|设置|实施|执行))|(?:删除|取消|撤销|核减|调出)(?:了)?(?:该|本|此)(?:项)?指标|指标(?:已|经批准)(?:删除|取消|撤销|调出)|不再(?:纳入)?考核/
/** The whole of an adjusted target. */
const GONE = /^(?:已|经批准)?(?:删除|取消|撤销|核减|调出|不再考核|不再设置)$/

function saysDropped({ name, target, actual, note, extra }: Indicator): string | null {
  const adjusted = withoutBlanks(extra.adjustedTarget?.raw ?? '')
  if (GONE.test(adjusted)) return adjusted
  if (GONE.test(target.raw.trim())) return target.raw
  return [name, actual, note].find(({ raw }) => DROPPED.test(raw))?.raw ?? null
}

const row = { name: '志愿服务场次', target: '≥10场', actual: '10场', weight: '5', score: '5' }

export const check: IndicatorCheck = {
  id: 'dropped-indicator-scored',
  code: 'B23',
  over: 'indicator',
  title: {
    passed: { zh: '已删除的指标不计分', en: 'Dropped indicators carry no points' },
    failed: { zh: '已删除的指标仍在计分', en: 'A dropped indicator is still scored' },
  },
  why: {
    zh: '年中调整时删除的指标不设分值、不计得分，否则别的指标的分值就被占用了。表上写明删除的才能查出，未写明的须与调整批复核对。',
    en: 'An indicator dropped in mid-year carries no points, or it takes them from others. Found where the form says so; else the approval of the adjustment must be at hand.',
  },
  severity: 'error',
  law: [cite('integrated-platform/dropped')],
  messages: {
    scored: {
      text: {
        zh: '“{name}”写明“{words}”，仍有分值{weight}、得分{score}',
        en: '“{name}” is said to be dropped (“{words}”) and still has weight {weight} and score {score}',
      },
      advice: {
        zh: '清除该行分值和得分，分值分给其余指标；如未删除，改正文字',
        en: 'clear its weight and score and share the points out; correct the text if it was not dropped',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, note: '经批准，该指标已取消。' },
          { ...row, extra: { adjustedTarget: '删除' } },
          { ...row, target: '已取消' },
        ],
      },
      flagged: ['scored@indicators[0].weight', 'scored@indicators[1].weight', 'scored@indicators[2].weight'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, note: '受天气影响，两场活动取消。' },
          { ...row, note: '该指标已取消。', weight: '', score: '' },
          { ...row, note: '该指标已取消。', weight: '0', score: '0' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored }) {
    const words = saysDropped(indicator)
    if (words === null) return 'skip'
    const points = [scored.weight, scored.printed].some((figure) => (figure ?? Exact.zero).isPositive)
    if (!points) return 'pass'
    const { name, weight, score } = indicator
    return {
      message: 'scored',
      data: { name: name.raw, words, weight: weight.raw, score: score.raw },
      at: [`${path}.weight`, `${path}.score`],
      certainty: 'review',
    }
  },
}
