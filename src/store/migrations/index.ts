/** Every change of the tables, in order; none is ever altered after a release. */

import { first } from './0001-first.ts'
import { sums } from './0002-sums.ts'
import { jobs } from './0003-jobs.ts'
import { sumBags } from './0004-sum-bags.ts'
import { approved } from './0005-approved.ts'

export const migrations: readonly { readonly name: string; readonly text: string }[] = [
  { name: '0001-first', text: first },
  { name: '0002-sums', text: sums },
  { name: '0003-jobs', text: jobs },
  { name: '0004-sum-bags', text: sumBags },
  { name: '0005-approved', text: approved },
]
