import { cite } from '../rulebook/index.ts'
import { answerOf, problemsOf } from './aids/events.ts'
import type { FormCheck } from './check.ts'

const header = '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t全年实际完成值\t得分\t偏差原因分析及改进措施\n'

export const check: FormCheck = {
  id: 'row-broken-in-two',
  code: 'E04',
  over: 'form',
  title: {
    passed: { zh: '没有断成两行的内容', en: 'No row is broken in two' },
    failed: { zh: '一行断成两行', en: 'Row broken in two' },
  },
  why: {
    zh: '分页或识别把一行断成两行，拼接得对不对，要看原表。',
    en: 'A page break or the scanner cut one row in two; whether the pieces belong together only the original tells.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/repairs')],
  messages: {
    joined: {
      text: {
        zh: '这一行在原文中断为两段：“{text}”，已拼成一行',
        en: 'this row stood in two pieces, “{text}”, and was joined',
      },
      advice: { zh: '对照原表核对拼接后的名称和指标值', en: 'compare the joined name and target with the original' },
    },
    split: {
      text: {
        zh: '这一段文字含有多条内容，已按编号分开：“{text}”',
        en: 'this paragraph holds several entries and was split by their numbers: “{text}”',
      },
      advice: { zh: '核对各条目标与完成情况的起止', en: 'check where each goal and completion begins and ends' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:54',
      text:
        `${header}产出指标\t数量指标\t青年驿站提供床位\t≥15张\t0.32\t15张\t0.32\t\n` +
        '\t\t服务点\t4人/天(按实际人数\t\t\t\t\n\t\t值岗前台值岗人数\t为准)\t0.21\t4人/天\t0.21\t\n',
      flagged: ['joined@indicators[1].name'],
    },
    {
      from: 'shenzhen-guangming-2021:26',
      text:
        '年初设定目标\n\n年度总体目标完成情况\n\n目标1:组织培训。目标2:开展宣传。\n\n' +
        `目标1完成情况:已培训。\n\n目标2完成情况:已宣传。\n\n${header}产出指标\t数量指标\t培训人数\t≥50人\t10\t60人\t10\t\n`,
      flagged: ['split@goals[1].stated'],
    },
    { from: 'made', text: `${header}产出指标\t数量指标\t培训人数\t≥50人\t10\t60人\t10\t\n`, flagged: [] },
  ],
  test({ events }) {
    return answerOf(
      problemsOf(events, {
        'row-joined': { message: 'joined', certainty: 'review' },
        'paragraphs-split': { message: 'split', certainty: 'review', severity: 'info' },
      }),
    )
  },
}
