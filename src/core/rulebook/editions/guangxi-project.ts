/** Project forms of Guangxi: the national rule, a mandatory reason for large over-achievement. */

import { countiesOf } from '../counties.ts'
import { cite } from '../documents/index.ts'
import type { Edition } from '../edition.ts'
import { commonCases, commonReasons, nationalProjectCases, number } from './common.ts'
import { edition as national } from './national-project-2020.ts'

const reason = cite('guangxi-self-evaluation/over-reason')

export const edition: Edition = {
  ...national,
  id: 'guangxi-project',
  title: { zh: '广西壮族自治区·项目支出（2020年起）', en: 'Guangxi, projects (from 2020)' },
  place: {
    name: '广西壮族自治区',
    names: [
      ...['广西', '南宁', '柳州', '桂林', '梧州', '北海', '防城港', '钦州', '贵港', '玉林', '百色', '贺州', '河池'],
      ...['来宾', '崇左'],
      ...countiesOf.guangxi,
    ],
  },
  note: {
    zh: '超额说明要求据填报要求；该要求自何年起施行未读到，随全国办法自2020年起用。分值和计分方法按全国办法；表中“扣减分数”由单位自填，文件未给数额。',
    en: 'The reason for over-achievement is read; the year it began is not known, so it starts with the national rule. Points and methods are national; the deduction column is filled in by the unit, no text gives an amount.',
  },
  overAchievement: { effect: 'reason', law: [reason, cite('caiyu-2020-10/over-achievement')] },
  reasons: {
    ...commonReasons,
    overReason: number('130', reason),
    overZeroTarget: number('30', cite('guangxi-self-evaluation/zero-target')),
  },
  cases: [
    ...commonCases,
    ...nationalProjectCases,
    { threshold: 'overZeroTarget', at: '30', not: '29' },
    { place: '广西某市', year: 2020, chosen: true },
    { place: '南宁市某区', year: 2023, chosen: true },
    { place: '平果市某镇', year: 2023, chosen: true },
    { place: '广西某市', year: 2019, chosen: false },
    { place: '某省某县', year: 2023, chosen: false },
  ],
}
