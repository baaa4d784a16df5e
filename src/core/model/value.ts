/** What a target or an actual can be. Made by `values/`, held by cells of the form, judged by `scoring/`. */

import type { Exact } from './exact.ts'

/** `atLeast` ≥, `moreThan` >, `equal` =, `atMost` ≤, `lessThan` <. */
export type Operator = 'atLeast' | 'moreThan' | 'equal' | 'atMost' | 'lessThan'

/** A unit as written, with what is known of it; an unknown unit is its own dimension. */
export interface Unit {
  /** Canonical name: 元, 人, 人次, 平方米, %, 元/人·月 … */
  readonly name: string
  /** Units of one dimension convert into one another: money, share, people, visits, area, length, time …, or the name itself. */
  readonly dimension: string
  /** One of this unit is `factor` base units of its dimension (万元 → 10000, % → 1/100, ‰ → 1/1000, 人 → 1). */
  readonly factor: Exact
}

/** A point or stretch of time. Month and day are null where not written ("2021年底": day 31 of month 12, precision year-end as written). */
export interface DateParts {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

/** Completion words, in the order of the scale. `basic` (基本达成) belongs to a tier only by an edition's reading. */
export type Completion = 'full' | 'basic' | 'partial' | 'none'

export interface QuantityValue {
  readonly kind: 'quantity'
  /** Null where none is written; the floor is then assumed by whoever judges, and said so. */
  readonly operator: Operator | null
  /** As written, in `unit`: 455万元 is 455 of 万元; 90% is 90 of %. */
  readonly number: Exact
  readonly unit: Unit | null
  /** Decimals written: the precision of the figure ("47.1004" → 4). */
  readonly decimals: number
}

export interface RangeValue {
  readonly kind: 'range'
  readonly from: Exact
  readonly to: Exact
  readonly unit: Unit | null
}

/** A deadline ("12月15日前": `by`) or a date on which something happened (`on`). The stretch a date names is [from, to]. */
export interface DateValue {
  readonly kind: 'date'
  readonly relation: 'by' | 'on'
  readonly from: DateParts
  readonly to: DateParts
}

/** 12个月, 3年, 10天: a length of time. */
export interface DurationValue {
  readonly kind: 'duration'
  readonly operator: Operator | null
  readonly number: Exact
  readonly unit: Unit
  readonly decimals: number
}

/** A word on a scale of quality: 良好, 有效提升, 及时, 符合, 是. */
export interface GradedValue {
  readonly kind: 'graded'
  /** Normalised text: white space and closing punctuation off, traditional characters simplified. */
  readonly word: string
  /** `negative` for 否, 未提升, 差. */
  readonly sense: 'positive' | 'negative'
}

export interface CompletionValue {
  readonly kind: 'completion'
  readonly completion: Completion
  readonly word: string
}

/** 不适用, -, _, /, 无: nothing is meant here. */
export interface NoneValue {
  readonly kind: 'none'
  readonly word: string
  /** True for 不适用 and 本指标不适用此项目, where the absence of the whole indicator is said in words. */
  readonly notApplicable: boolean
}

/** Text that says something, but nothing that can be measured or graded. */
export interface ProseValue {
  readonly kind: 'prose'
  readonly word: string
}

/** Two targets in one cell: 100%1000件. */
export interface SeveralValue {
  readonly kind: 'several'
  readonly parts: readonly Value[]
}

/** A target that defines itself: 4人/天(按实际人数为准). */
export interface ConditionalValue {
  readonly kind: 'conditional'
  readonly value: Value
  readonly condition: string
}

export type Value =
  | QuantityValue
  | RangeValue
  | DateValue
  | DurationValue
  | GradedValue
  | CompletionValue
  | NoneValue
  | ProseValue
  | SeveralValue
  | ConditionalValue

/** A reading that a person may confirm; never taken silently. */
export interface Repair {
  /** Why this reading suggests itself: 'operator-read-as-digit', 'letters-for-digits', 'glyph-for-unit', 'lost-leading-digit' … */
  readonly reason: string
  /** The repaired text, which parses. */
  readonly text: string
  readonly value: Value
}

/** What a text was understood as. `value` null means unreadable: `reason` says why. An empty text has both null. */
export interface Reading {
  readonly raw: string
  readonly value: Value | null
  /** Null when read; else a reason id: 'unreadable-number', 'unknown-sign', 'too-long' … */
  readonly reason: string | null
  /** Best guess first. May be present beside a value that is possible but doubtful (290% may be ≥90%). */
  readonly repairs: readonly Repair[]
}

export type Verdict = 'met' | 'missed' | 'unknown'
