/** 财预〔2021〕101号: the frame with cost as a level of its own. Only its first screens were read. */

import type { LegalDocument } from '../document.ts'

export const document: LegalDocument = {
  id: 'caiyu-2021-101',
  number: '财预〔2021〕101号',
  title: {
    zh: '中央部门项目支出核心绩效目标和指标设置及取值指引（试行）',
    en: 'Guide to core goals, indicators and values for project expenditure of central departments (trial)',
  },
  governs: ['project'],
  clauses: [
    {
      id: 'caiyu-2021-101/frame',
      summary: {
        zh: '一级指标为成本、产出、效益、满意度；成本不再列入产出，工程基建、大型修缮、购置类项目必设成本指标。',
        en: 'Level 1 is cost, output, benefit and satisfaction; cost leaves output and is compulsory for construction, major repair and purchase.',
      },
      evidence: 'partly-read',
      source: 'http://lsrwf.cn/news/708af42006d811ec81694b356a0c000d',
    },
    {
      id: 'caiyu-2021-101/weights-with-cost',
      summary: {
        zh: '设置成本指标的项目：成本20分，产出40分，效益20分，满意度10分，预算执行率10分。',
        en: 'With cost indicators: cost 20, output 40, benefit 20, satisfaction 10, execution 10.',
      },
      evidence: 'general-knowledge',
    },
    {
      id: 'caiyu-2021-101/weights-without-cost',
      summary: {
        zh: '未设置成本指标的项目：产出50分，效益30分，满意度10分，预算执行率10分。',
        en: 'Without cost indicators: output 50, benefit 30, satisfaction 10, execution 10.',
      },
      evidence: 'general-knowledge',
    },
    {
      id: 'caiyu-2021-101/no-satisfaction',
      summary: {
        zh: '不直接服务对象的项目可不设满意度指标，其10分调至效益指标。',
        en: 'A project that serves nobody directly may go without satisfaction; its 10 points go to benefit.',
      },
      evidence: 'general-knowledge',
    },
    {
      id: 'caiyu-2021-101/indicator-attributes',
      summary: {
        zh: '每项指标应明确名称、解释、来源、指标值及依据、取值方式、数据来源、分值权重、赋分规则和佐证资料。',
        en: 'Each indicator states its name, explanation, origin, value and basis, way of obtaining, data source, weight, scoring rule and evidence.',
      },
      evidence: 'partly-read',
    },
    {
      id: 'caiyu-2021-101/fixed-with-approval',
      summary: {
        zh: '指标值和分值权重随预算批复确定，未经目标调整程序不得改动。',
        en: 'Targets and weights are fixed when the budget is approved; without an adjustment of the goals they do not change.',
      },
      evidence: 'general-knowledge',
    },
    {
      id: 'caiyu-2021-101/pass-threshold',
      summary: {
        zh: '按完成比例赋分时可设及格门槛，示例为完成率低于60%不得分。',
        en: 'Scoring in proportion may carry a pass threshold; the example gives nothing below 60 %.',
      },
      evidence: 'general-knowledge',
    },
    {
      id: 'caiyu-2021-101/tiers',
      summary: {
        zh: '按评判等级赋分：基本达成目标100%—80%，部分实现目标80%—60%，实现目标程度较低60%—0%。',
        en: 'By tiers: goal basically met 100–80 %, partly met 80–60 %, met to a low degree 60–0 %.',
      },
      evidence: 'general-knowledge',
    },
    {
      id: 'caiyu-2021-101/satisfaction-bands',
      summary: {
        zh: '满意度可分档赋分，示例：90%及以上10分，80%—90%得8分，60%—80%得5分，低于60%不得分。',
        en: 'Satisfaction may be scored by bands; the example: from 90 % 10 points, 80–90 8, 60–80 5, below 60 none.',
      },
      evidence: 'general-knowledge',
    },
    {
      id: 'caiyu-2021-101/execution-bands',
      summary: {
        zh: '预算执行率可分档赋分，示例：100%得10分，80%—100%得7分，60%—80%得5分，低于60%不得分。',
        en: 'Execution may be scored by bands; the example: 100 % 10 points, 80–100 7, 60–80 5, below 60 none.',
      },
      evidence: 'general-knowledge',
    },
  ],
}
