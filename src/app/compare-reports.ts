/** Two reports side by side. */

import { compareForms, type FormComparison } from '../core/insight/index.ts'
import type { Report } from '../core/model/index.ts'

/** The change from `before` to `after`, attributed to rows; two years, two versions, or two editions of one form. */
export function compareReports(before: Report, after: Report): FormComparison {
  return compareForms(before, after)
}
