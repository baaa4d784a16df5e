/** A target and an actual for each indicator of a generated form: met, missed or far exceeded, spelled as people do. */

import type { Edition } from '../../../core/rulebook/edition.ts'
import { benefits, deadlines, judged, type Topic, type Work } from './business.ts'
import { split } from './cents.ts'
import type { Random } from './random.ts'
import {
  attributes,
  type Figure,
  type Meaning,
  spellActual,
  spellDate,
  spellDeadline,
  spellDigits,
  spellTarget,
} from './spelling.ts'

/** `met`; `missed`: below what was promised; `over`: far above it. The last two need a reason. */
export type Fate = 'met' | 'missed' | 'over'

export interface Slot {
  readonly topic: number
  readonly work: Work
  readonly ending: string
}

export interface PlanInput {
  readonly random: Random
  readonly edition: Edition
  readonly topics: readonly Topic[]
  /** Scored rows wanted; at least one a level-1 block is made. */
  readonly rows: number
  readonly fiscalYear: number
  /** True where the layout prints 指标性质 and 计量单位 in cells of their own. */
  readonly splitTarget: boolean
  readonly notApplicable: boolean
  /** Budget and execution of each topic, in hundredths of 万元. */
  readonly money: readonly { readonly budgeted: number; readonly executed: number }[]
}

function percent(random: Random, from: number, to: number): number {
  return random.int(from, to) * 100 + (random.chance(25) ? random.int(0, 9) * 10 : 0)
}

interface Pair {
  readonly meaning: Meaning
  readonly target: Figure
  readonly actual: Figure
  readonly fate: Fate
}

/** Where more is better: met with no more than a fifth to spare, now and then far above, now and then missed. */
function morePair(random: Random, usual: number, unit: string, must: Fate | null): Pair {
  const isShare = unit === '%'
  const target = isShare
    ? percent(random, Math.max(2, usual - 5), Math.min(98, usual + 8))
    : Math.max(2, Math.floor((usual * random.int(60, 140)) / 100)) * 100
  const fate: Fate = must ?? (random.chance(8) ? 'missed' : !isShare && random.chance(6) ? 'over' : 'met')
  const most = isShare ? Math.min(10000, Math.floor((target * 118) / 100)) : Math.floor((target * 118) / 100)
  const step = isShare ? 10 : 100
  const floor = (value: number) => Math.floor(value / step) * step
  const reached =
    fate === 'over'
      ? floor((target * random.int(131, 188)) / 100)
      : fate === 'missed'
        ? Math.min(target - step, floor((target * random.int(82, 99)) / 100))
        : Math.max(target, floor(target + ((most - target) * random.int(0, 100)) / 100))
  const meaning: Meaning = fate === 'met' && reached === target && random.chance(30) ? 'equal' : 'atLeast'
  return { meaning, target: { cents: target, unit }, actual: { cents: Math.max(step, reached), unit }, fate }
}

function lessPair(random: Random, usual: number, unit: string, must: Fate | null): Pair {
  const target = Math.max(5, Math.floor((usual * random.int(70, 130)) / 100)) * 100
  const fate: Fate = must === 'missed' || (must === null && random.chance(8)) ? 'missed' : 'met'
  const whole = (value: number) => Math.floor(value / 100) * 100
  const reached =
    fate === 'missed'
      ? Math.max(target + 100, whole((target * random.int(102, 119)) / 100))
      : Math.min(target, whole((target * random.int(85, 100)) / 100) + 100)
  return { meaning: 'atMost', target: { cents: target, unit }, actual: { cents: reached, unit }, fate }
}

/** What is printed of a target and an actual, and how the row fares. */
export interface Values {
  readonly attribute: string
  readonly unit: string
  readonly target: string
  readonly actual: string
  readonly fate: Fate
}

function spell(input: PlanInput, pair: Pair): Values {
  const { random, splitTarget } = input
  const actual = spellActual(random, pair.actual)
  if (!splitTarget) {
    return { attribute: '', unit: '', target: spellTarget(random, pair.meaning, pair.target), actual, fate: pair.fate }
  }
  const attribute = random.pick(attributes[pair.meaning])
  const { unit } = pair.target
  return {
    attribute,
    unit,
    target: `${attribute} ${spellDigits(random, pair.target.cents)} ${unit}`,
    actual,
    fate: pair.fate,
  }
}

function deadline({ random, fiscalYear, splitTarget }: PlanInput): Values {
  const month = random.int(6, 12)
  const done = random.int(2, month - 2)
  return {
    attribute: '',
    unit: '',
    target: splitTarget ? `${fiscalYear}年${month}月底前` : spellDeadline(random, fiscalYear, month, random.int(5, 28)),
    actual: spellDate(random, fiscalYear, done, random.int(1, 28)),
    fate: 'met',
  }
}

export function valuesOf(input: PlanInput, level2: string, slot: Slot, must: Fate | null): Values {
  const { random } = input
  const word = judged.find((one) => one.ending === slot.ending)?.word
  if (word !== undefined) return { attribute: '', unit: '', target: word, actual: word, fate: 'met' }
  if (deadlines.includes(slot.ending)) return deadline(input)
  if (level2 === '数量指标') return spell(input, morePair(random, slot.work.usual, slot.work.unit, must))
  const benefit = benefits.find((one) => one.ending === slot.ending)
  if (benefit?.direction === 'less') return spell(input, lessPair(random, benefit.usual, benefit.unit, must))
  return spell(input, morePair(random, benefit?.usual ?? 92, benefit?.unit ?? '%', must))
}

/** Cost rows of one topic share its budget and its execution out between them, so that both add up. */
export function costValues(input: PlanInput, slots: readonly Slot[]): readonly Values[] {
  const { random, money } = input
  const values = new Map<Slot, Values>()
  for (const topic of new Set(slots.map((slot) => slot.topic))) {
    const own = slots.filter((slot) => slot.topic === topic)
    const { budgeted, executed } = money[topic]!
    const targets = split(
      budgeted,
      own.map(() => random.int(40, 100)),
    )
    const actuals = split(executed, targets)
    own.forEach((slot, index) => {
      const pair: Pair = {
        meaning: 'atMost',
        target: { cents: targets[index]!, unit: '万元' },
        actual: { cents: actuals[index]!, unit: '万元' },
        fate: 'met',
      }
      values.set(slot, spell(input, pair))
    })
  }
  return slots.map((slot) => values.get(slot)!)
}
