/** Two figures in one base unit: conversion, a unit said on one side only, rates as fractions, units alike in practice. */

import { type Bilingual, Exact, type Unit } from '../model/index.ts'
import {
  countedInOnes,
  likeUnits,
  numbersAlike,
  perYear,
  rateDoubtful,
  scaleDoubtful,
  shareAsFraction,
  shareDoubtful,
  unitShared,
  unlikeUnits,
} from './because.ts'
import { NUMBER, unitOf } from './units.ts'

export interface Side {
  readonly number: Exact
  readonly unit: Unit | null
  /** False where the unit comes from another cell or the name. */
  readonly unitWritten: boolean
}

export interface Pair {
  readonly target: Exact
  readonly actual: Exact
}

export interface Aligned {
  /** Readings of the two figures, likeliest first; empty where the units cannot be compared. */
  readonly pairs: readonly Pair[]
  readonly because: readonly Bilingual[]
  /** Said where the readings give different verdicts. */
  readonly doubt: Bilingual
}

const percentFactor = Exact.of('1/100')
const tenPercent = Exact.of(10)
const farApart = Exact.of(1000)

function isPercent(unit: Unit): boolean {
  return unit.dimension === 'share' && unit.factor.equals(percentFactor)
}

function atMostOne(number: Exact): boolean {
  return number.isPositive && number.atMost(Exact.one)
}

interface BareReadings {
  readonly values: readonly Exact[]
  readonly because: Bilingual
  readonly doubt: Bilingual
}

/** A number without a unit beside a percentage: 0.958 is a rate, 95.8 a percentage; small rates stay doubtful. */
function readAsShare(bare: Exact, other: Exact): BareReadings {
  const asPercent = bare.times(percentFactor)
  if (!atMostOne(bare)) return { values: [asPercent], because: unitShared, doubt: shareDoubtful }
  const clear = other.abs().atLeast(tenPercent)
  return { values: clear ? [bare] : [bare, asPercent], because: shareAsFraction, doubt: shareDoubtful }
}

/**
 * A number without a unit beside a figure with one: 132.9 against 202.6万元; 900000 against 90万元 may be in 元. 176500 against
 * 18万人次 are 人次: nobody counts a thousand times what was asked for.
 */
function readBare(bare: Exact, unit: Unit, other: Exact): BareReadings {
  if (isPercent(unit)) return readAsShare(bare, other)
  const scaled = bare.times(unit.factor)
  const doubtful =
    unit.factor.greaterThan(Exact.one) && !other.isZero && bare.abs().atLeast(other.abs().times(farApart))
  if (doubtful && !unit.dimension.startsWith('money'))
    return { values: [bare], because: countedInOnes, doubt: scaleDoubtful }
  return { values: doubtful ? [scaled, bare] : [scaled], because: unitShared, doubt: scaleDoubtful }
}

/** Counting words that forms use for one another. */
const alike: readonly ReadonlySet<string>[] = [
  '次 场 场次 届 期 批 批次',
  '份 本 册 篇 卷',
  '件 起 宗 例 案 次',
  '家 所 单位 企业 部门',
  '台 辆 套 部 台套 台件',
  '间 处 座 站 点 站点 网点 点位',
  'people visits',
  'share points',
  'temperature 度',
  'energy 度',
  '户 家 户次',
].map((group) => new Set(group.split(' ')))

function isCounter(unit: Unit): boolean {
  return unit.dimension === unit.name
}

/** 人 and 人次, % and 百分点, 个 and any counting word: compared as field practice does, and said so. */
function areAlike(one: Unit, other: Unit): boolean {
  if (alike.some((group) => group.has(one.dimension) && group.has(other.dimension))) return true
  return (one.name === '个' && isCounter(other)) || (other.name === '个' && isCounter(one))
}

const monthsPerYear = Exact.of(12)

/** 次/年, 次/季度 beside 次: the figure of a rate for the whole year (the form's year), and as it stands. Null for anything else. */
function readRate(rate: Exact, unit: Unit, other: Unit): readonly Exact[] | null {
  if (unit.dimension !== `${other.dimension}/months`) return null
  const perMonth = rate.times(unit.factor)
  const period = unitOf(unit.name.slice(unit.name.lastIndexOf('/') + 1))!
  return [perMonth.times(monthsPerYear), perMonth.times(period.factor)]
}

const minutes = unitOf('分钟')!

/** 28分 against 30分钟 are minutes, no points. */
function asTime(unit: Unit, wanted: Unit): Unit {
  return unit.name === '分' && wanted.dimension === minutes.dimension ? minutes : unit
}

function alignUnits(target: Side, targetUnit: Unit, actual: Side, got: Unit): Aligned {
  const actualUnit = asTime(got, targetUnit)
  const pair = { target: target.number.times(targetUnit.factor), actual: actual.number.times(actualUnit.factor) }
  const one = (...because: Bilingual[]): Aligned => ({ pairs: [pair], because, doubt: unitShared })
  if (targetUnit.dimension === actualUnit.dimension) return one()
  if (targetUnit.dimension === NUMBER || actualUnit.dimension === NUMBER) return one(numbersAlike)
  if (areAlike(targetUnit, actualUnit)) return one(likeUnits(targetUnit.name, actualUnit.name))
  const targets = readRate(target.number, targetUnit, actualUnit)
  if (targets !== null) {
    return { pairs: targets.map((each) => ({ ...pair, target: each })), because: [perYear], doubt: rateDoubtful }
  }
  const actuals = readRate(actual.number, actualUnit, targetUnit)
  if (actuals !== null) {
    return { pairs: actuals.map((each) => ({ ...pair, actual: each })), because: [perYear], doubt: rateDoubtful }
  }
  if (target.number.isZero && actual.number.isZero) return one(likeUnits(targetUnit.name, actualUnit.name))
  return { pairs: [], because: [unlikeUnits(targetUnit.name, actualUnit.name)], doubt: unitShared }
}

/** Without a unit of its own: none at all, or a % that only another cell gives. */
function isBare(side: Side): boolean {
  return side.unit === null || (!side.unitWritten && isPercent(side.unit))
}

/** Both figures in one base unit. A target's unit from another cell holds for it; an actual may still be a fraction. */
export function align(target: Side, actual: Side): Aligned {
  const unit = target.unit ?? actual.unit
  if (unit === null) {
    return { pairs: [{ target: target.number, actual: actual.number }], because: [], doubt: unitShared }
  }
  if (target.unit !== null && isBare(actual)) {
    const known = target.number.times(unit.factor)
    const { values, because, doubt } = readBare(actual.number, unit, target.number)
    return { pairs: values.map((value) => ({ target: known, actual: value })), because: [because], doubt }
  }
  if (target.unit === null && !isBare(actual)) {
    const known = actual.number.times(unit.factor)
    const { values, because, doubt } = readBare(target.number, unit, actual.number)
    return { pairs: values.map((value) => ({ target: value, actual: known })), because: [because], doubt }
  }
  return alignUnits(target, unit, actual, actual.unit!)
}
