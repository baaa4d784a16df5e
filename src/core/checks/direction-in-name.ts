import { withoutBlanks } from '../model/blanks.ts'
import { cite } from '../rulebook/index.ts'
import type { IndicatorCheck } from './check.ts'

const PRAISED =
  /^(?:为)?(?:有效|切实|显著|明显|不断|持续|进一步|逐步|大力|充分|全面)(?:地)?(?:提升|提高|增强|加强|促进|推动|推进|改善|凝聚|扩大|降低|减少|保障|带动|缓解|优化|丰富|满足)/u
const BARE = /^(?:提升|提高|增强|加强|促进|推动|推进|改善|扩大|带动|缓解|优化)/u
/** A name that ends in what is counted is a measure, whatever it begins with; so is one for which more than a percentage is set. */
const MEASURE = /(?:率|数|数量|人次|场次|额|量|产值|户次|比例|比重|面积|里程|收入|程度)$/u

export const check: IndicatorCheck = {
  id: 'direction-in-name',
  code: 'C02',
  over: 'indicator',
  title: {
    passed: { zh: '指标名称保持中性', en: 'Indicator names are neutral' },
    failed: { zh: '方向写进了指标名称', en: 'Direction written into the name' },
  },
  why: {
    zh: '名称写明考核什么，方向和程度由指标值表达；名称已经下了结论，就无从评价。',
    en: 'A name says what is measured, the value how much; a name that holds the verdict leaves nothing to judge.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/wording')],
  messages: {
    direction: {
      text: {
        zh: '“{name}”以“{words}”开头，名称里已含结论',
        en: '“{name}” begins with “{words}”: the verdict stands in the name',
      },
      advice: {
        zh: '名称改为中性，例如“群众安全感”；方向写在指标值里',
        en: 'make the name neutral and put the direction into the target',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:111',
      form: {
        indicators: [
          { name: '有效提升职工获得感、幸福感' },
          { name: '加强区困难青少年帮扶工作' },
          { name: '改善办学条件', target: '100%' },
        ],
      },
      flagged: ['direction@indicators[0].name', 'direction@indicators[1].name', 'direction@indicators[2].name'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '群众知晓率' },
          { name: '带动就业人数' },
          { name: '带动社会投资', target: '≥2000万元' },
          {},
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const target = indicator.target.value?.value
    const isMeasured = target?.kind === 'quantity' && target.unit?.dimension !== 'share'
    const name = withoutBlanks(indicator.name.raw)
    if (name === '') return 'skip'
    const words = PRAISED.exec(name)?.[0] ?? (isMeasured || MEASURE.test(name) ? undefined : BARE.exec(name)?.[0])
    if (words === undefined) return 'pass'
    return {
      message: 'direction',
      data: { name: indicator.name.raw, words },
      at: [`${path}.name`],
      certainty: 'review',
    }
  },
}
