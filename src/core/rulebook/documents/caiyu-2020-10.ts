/** 财预〔2020〕10号. Numbers of its articles are not printed: the text beyond its opening was not read. */

import type { LegalDocument } from '../document.ts'

const opening = 'http://www.ccpitnc.org/maocudongtai/2022-12-13/332.html'

export const document: LegalDocument = {
  id: 'caiyu-2020-10',
  number: '财预〔2020〕10号',
  title: { zh: '项目支出绩效评价管理办法', en: 'Measures for the performance evaluation of project expenditure' },
  governs: ['project'],
  clauses: [
    {
      id: 'caiyu-2020-10/kinds',
      summary: {
        zh: '绩效评价分为单位自评、部门评价和财政评价三类。',
        en: 'There are three kinds of evaluation: by the unit itself, by its department, by the finance bureau.',
      },
      evidence: 'read-copy',
      source: opening,
    },
    {
      id: 'caiyu-2020-10/scope',
      summary: {
        zh: '适用于一般公共预算、政府性基金预算、国有资本经营预算安排的项目支出。',
        en: 'It governs project expenditure of the general, the government fund and the state capital budgets.',
      },
      evidence: 'read-copy',
      source: opening,
    },
    {
      id: 'caiyu-2020-10/self-evaluation-content',
      summary: {
        zh: '自评对照总体目标、各项绩效指标和预算执行情况；未完成或偏离较大的，应分析原因并提出改进措施。',
        en: 'Self-evaluation compares the overall goal, every indicator and budget execution; what was missed or is far off needs a cause and a remedy.',
      },
      evidence: 'partly-read',
    },
    {
      id: 'caiyu-2020-10/weights',
      summary: {
        zh: '总分100分：预算执行率10分，产出指标50分，效益指标30分，服务对象满意度指标10分；二、三级指标分值由单位按重要程度确定。',
        en: '100 points: budget execution 10, output 50, benefit 30, satisfaction 10; the unit sets the weights below level 1 by importance.',
      },
      evidence: 'partly-read',
    },
    {
      id: 'caiyu-2020-10/quantitative',
      summary: {
        zh: '定量指标完成的得满分，未完成的按完成值占指标值的比例计分。',
        en: 'A quantitative indicator that is met earns its full weight; one that is missed earns in proportion of actual to target.',
      },
      evidence: 'partly-read',
    },
    {
      id: 'caiyu-2020-10/over-achievement',
      summary: {
        zh: '定量指标完成值远高于指标值的，应分析原因；因指标值设定明显偏低的，按偏离程度调减得分。办法未给出具体数值。',
        en: 'Where the actual is far above the target the cause is to be found; where the target was set clearly too low, the score is reduced by the deviation. No number is given.',
      },
      evidence: 'partly-read',
    },
    {
      id: 'caiyu-2020-10/qualitative-tiers',
      summary: {
        zh: '定性指标分三档：达成年度指标100%—80%（含），部分达成并具有一定效果80%—60%（含），未达成且效果较差60%—0%。',
        en: 'Qualitative indicators have three tiers: met 100–80 %, partly met with some effect 80–60 %, not met with poor effect 60–0 %; 80 and 60 belong to the upper tier.',
      },
      evidence: 'partly-read',
    },
    {
      id: 'caiyu-2020-10/grades',
      summary: {
        zh: '90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。',
        en: 'From 90 excellent, from 80 good, from 60 fair, below 60 poor.',
      },
      evidence: 'read-copy',
      source: 'http://www.dz-gczx.com/wap/articleDetails_id_1290.html',
    },
    {
      id: 'caiyu-2020-10/responsibility',
      summary: {
        zh: '单位对自评结果的真实性和准确性负责；预算执行率低、自评结果差的应单独说明。',
        en: 'The unit answers for the truth and accuracy of its self-evaluation; low execution or a poor result needs an explanation of its own.',
      },
      evidence: 'partly-read',
    },
    {
      id: 'caiyu-2020-10/form',
      summary: {
        zh: '自评结果主要以《项目支出绩效自评表》的形式反映，做到内容完整、权重合理、数据真实、结果客观。',
        en: 'The result is given in the project self-evaluation form: complete, reasonably weighted, true and objective.',
      },
      evidence: 'partly-read',
    },
  ],
}
