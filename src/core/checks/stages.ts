/**
 * Which checks look at a form before the self-evaluation. What needs results or scores has nothing to say of a form that
 * only sets targets; a monitoring form has results so far, and what is expected, but no scores.
 */

import type { FormStage } from '../model/index.ts'

/** What is aimed at, and how the form arrived: as true of targets as of what became of them. */
const ofTargets: readonly string[] = [
  'weights-not-adding-up',
  'level1-weights-off',
  'level2-weights-off',
  'weight-not-positive',
  'money-rows-not-adding-up',
  'fund-sources-not-adding-up',
  'figure-negative-or-huge',
  'mixed-money-units',
  'stray-signs-in-value',
  'required-text-missing',
  'text-too-long',
  'vague-target',
  'direction-in-name',
  'misfiled-indicator',
  'floor-on-cost',
  'share-above-hundred',
  'operator-missing',
  'operator-against-name',
  'unit-missing',
  'duplicate-indicator',
  'output-repeated-as-benefit',
  'execution-rate-repeated',
  'splintered-weights',
  'dimension-missing',
  'benefits-only-in-words',
  'target-below-history',
  'borrowed-template-text',
  'placeholder-left',
  'self-adjusting-target',
  'wording-slip',
  'task-without-indicator',
  'cost-targets-off-budget',
  'goal-without-indicator',
  'goal-contradicting-indicators',
  'targets-changed-since-approval',
  'supervisor-same-as-department',
  'column-shifted',
  'column-count-changing',
  'label-inside-block',
  'row-broken-in-two',
  'page-number-between-rows',
  'latin-noise',
  'sign-variant',
  'misread-character',
]

/** Money against money so far, results against money, and what is expected. */
const ofMonitoring: readonly string[] = [
  'execution-rate-off',
  'execution-above-budget',
  'execution-without-budget',
  'budget-adjustment-unexplained',
  'completion-ahead-of-execution',
  'payment-ahead-of-progress',
]

/** These speak of columns that monitoring forms alone have. */
const ofMonitoringAlone: readonly string[] = ['forecast-shortfall-unexplained', 'likelihood-contradicting-forecast']

const stages: Readonly<Record<FormStage, ReadonlySet<string>>> = {
  targets: new Set(ofTargets),
  monitoring: new Set([...ofTargets, ...ofMonitoring, ...ofMonitoringAlone]),
}

const notOfEvaluations: ReadonlySet<string> = new Set(ofMonitoringAlone)

/** Whether the check of this id looks at forms of this stage; undefined: at self-evaluations. */
export function appliesAt(id: string, stage: FormStage | undefined): boolean {
  return stage === undefined ? !notOfEvaluations.has(id) : stages[stage].has(id)
}

/** The checks of a stage, by id. */
export function checksAt(stage: FormStage): readonly string[] {
  return [...stages[stage]]
}
