/** All scoring rules. Their claims exclude one another, so the order means nothing. */

import { rule as conditional } from './conditional.ts'
import { rule as date } from './date.ts'
import { rule as duration } from './duration.ts'
import { rule as equal } from './equal.ts'
import { rule as graded } from './graded.ts'
import { rule as named } from './named.ts'
import { rule as notApplicable } from './not-applicable.ts'
import { rule as positive } from './positive.ts'
import { rule as range } from './range.ts'
import { rule as reverse } from './reverse.ts'
import type { ScoringRule } from './rule.ts'
import { rule as satisfaction } from './satisfaction.ts'
import { rule as several } from './several.ts'
import { rule as standing } from './standing.ts'
import { rule as undecided } from './undecided.ts'

export const scoringRules: readonly ScoringRule[] = [
  positive,
  equal,
  reverse,
  range,
  date,
  duration,
  graded,
  satisfaction,
  conditional,
  several,
  standing,
  named,
  notApplicable,
  undecided,
]
