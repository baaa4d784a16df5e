/** Henan 2024: 70 of 100 points are known. It refuses to score. */

import { cite } from '../documents/index.ts'
import type { IncompleteEdition } from '../edition.ts'
import { number } from './common.ts'

const split = cite('henan-2024/split')

export const edition: IncompleteEdition = {
  id: 'henan-2024',
  title: { zh: '河南省·项目支出（2024年）', en: 'Henan, projects (2024)' },
  place: { name: '河南省', names: ['河南'] },
  kind: 'project',
  status: 'incomplete',
  note: {
    zh: '只知成本10分、产出30分、效益25分、满意度5分，其余30分和计分方法未读到，不能计分。',
    en: 'Cost 10, output 30, benefit 25 and satisfaction 5 are known; the other 30 points and the methods are not, so it refuses to score.',
  },
  blocks: [
    { kinds: ['cost'], points: number('10', split) },
    { kinds: ['output'], points: number('30', split) },
    { kinds: ['benefit'], points: number('25', split) },
    { kinds: ['satisfaction'], points: number('5', split) },
  ],
  cases: [
    { points: 'cost', is: '10' },
    { points: 'output', is: '30' },
    { points: 'benefit', is: '25' },
    { points: 'satisfaction', is: '5' },
  ],
}
