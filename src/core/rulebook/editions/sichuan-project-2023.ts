/** Project forms of Sichuan for 2023: 10 for execution, 90 for the unit's own indicators, explanations of limited length. */

import { countiesOf } from '../counties.ts'
import { cite } from '../documents/index.ts'
import type { Edition } from '../edition.ts'
import { commonCases, commonReasons, nationalProjectCases, number } from './common.ts'
import { edition as national } from './national-project-2020.ts'

const split = cite('sichuan-2023/split')
const explanations = cite('sichuan-2023/explanations')
const lengths = cite('sichuan-2023/text-lengths')

export const edition: Edition = {
  ...national,
  id: 'sichuan-project-2023',
  title: { zh: '四川省·项目支出（2023年度）', en: 'Sichuan, projects (2023)' },
  place: {
    name: '四川省',
    names: [
      ...['四川', '成都', '自贡', '攀枝花', '泸州', '德阳', '绵阳', '广元', '遂宁', '内江', '乐山', '南充', '眉山'],
      ...['宜宾', '广安', '达州', '雅安', '巴中', '资阳', '阿坝', '甘孜', '凉山'],
      ...countiesOf.sichuan,
    ],
  },
  firstYear: number('2023', split),
  lastYear: number('2023', split),
  note: {
    zh: '据2023年度已公开表格：执行10分，指标合计90分，一级指标之间如何分配未见规定；计分方法按全国办法。',
    en: 'From published forms of 2023: execution 10, indicators 90 together; no split among level 1 was found. Methods are national.',
  },
  total: number('100', split),
  executionPoints: number('10', split),
  blocks: [{ kinds: ['cost', 'output', 'benefit', 'satisfaction'], points: number('90', split) }],
  reasons: {
    ...commonReasons,
    executionBelow: number('90', explanations),
    budgetAdjustment: number('0', explanations),
    explanationLength: number('100', lengths),
    conclusionLength: number('200', lengths),
  },
  cases: [
    ...commonCases,
    ...nationalProjectCases.filter((one) => !('points' in one)),
    { points: 'execution', is: '10' },
    { points: 'output', is: '90' },
    { points: 'benefit', is: '90' },
    { threshold: 'budgetAdjustment', at: '0.1', not: '0' },
    { threshold: 'explanationLength', at: '101', not: '100' },
    { threshold: 'conclusionLength', at: '201', not: '200' },
    { place: '四川省某县', year: 2023, chosen: true },
    { place: '绵阳市某区', year: 2023, chosen: true },
    { place: '大英县司法局', year: 2023, chosen: true },
    { place: '四川省某县', year: 2022, chosen: false },
    { place: '四川省某县', year: 2024, chosen: false },
    { place: '某省某县', year: 2023, chosen: false },
  ],
}
