/** Which indicators a generated form has: blocks and points by the edition, names from the stock, a target and an actual each. */

import type { Level1 } from '../../../core/model/index.ts'
import { benefits, deadlines, judged, qualities, satisfactions, type Topic, timeliness, type Work } from './business.ts'
import { split } from './cents.ts'
import { costValues, type PlanInput, type Slot, type Values, valuesOf } from './plan-values.ts'
import type { Random } from './random.ts'

export interface PlannedRow extends Values {
  readonly level1: Level1
  readonly level1Name: string
  readonly level1Cents: number
  readonly level2Name: string
  readonly level2Cents: number
  /** Index of the topic; -1 for a row that is not applicable. */
  readonly topic: number
  readonly work: Work | null
  readonly name: string
  readonly weightCents: number
}

const level1Names: Readonly<Partial<Record<Level1, string>>> = {
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
}

const benefitLevels = ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'] as const

interface Block {
  readonly kind: Level1
  readonly cents: number
}

function cents(value: string): number {
  const [whole = '0', fraction = ''] = value.split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}

/** Level-1 blocks and their points; one that may be absent is left out now and then, its points go where the edition says. */
function blocksOf({ random, edition, rows }: PlanInput): readonly Block[] {
  const points = new Map<Level1, number>()
  const add = (kind: Level1, more: number) => points.set(kind, (points.get(kind) ?? 0) + more)
  for (const block of edition.blocks) {
    const away = block.elseTo !== undefined && (rows < edition.blocks.length || random.chance(15))
    if (away) for (const other of block.elseTo!) add(other.kind, cents(other.points.value))
    else {
      const parts = split(
        cents(block.points.value) / 100,
        block.kinds.map((_, index) => (index === 0 ? 3 : 1)),
      )
      block.kinds.forEach((kind, index) => {
        add(kind, parts[index]! * 100)
      })
    }
  }
  const order: readonly Level1[] = ['cost', 'output', 'benefit', 'satisfaction']
  return order.flatMap((kind) => (points.has(kind) ? [{ kind, cents: points.get(kind)! }] : []))
}

/** Every name that a level-2 block can have, topics taking turns. */
function slotsOf(level2: string, topics: readonly Topic[], random: Random): Slot[] {
  const endings =
    level2 === '数量指标'
      ? null
      : level2 === '质量指标'
        ? [...qualities, ...judged.filter((one) => one.level2 === level2).map((one) => one.ending)]
        : level2 === '时效指标'
          ? [...timeliness, ...deadlines]
          : level2 === '服务对象满意度指标'
            ? satisfactions
            : level2 === '成本指标' || level2 === '经济成本指标'
              ? ['总成本']
              : [...benefits, ...judged].filter((one) => one.level2 === level2).map((one) => one.ending)
  const slots = topics.map((topic, index) =>
    random.shuffled(
      topic.works.flatMap((work) => (endings ?? [work.measure]).map((ending) => ({ topic: index, work, ending }))),
    ),
  )
  const longest = Math.max(...slots.map((list) => list.length))
  return Array.from({ length: longest }, (_, turn) => slots.flatMap((list) => list.slice(turn, turn + 1))).flat()
}

function levelsOf(kind: Level1, hasCostBlock: boolean): readonly string[] {
  switch (kind) {
    case 'output':
      return ['数量指标', '质量指标', '时效指标', ...(hasCostBlock ? [] : ['成本指标'])]
    case 'cost':
      return ['经济成本指标']
    case 'benefit':
      return benefitLevels
    default:
      return ['服务对象满意度指标']
  }
}

/** `count` things over places that hold so many each; every place gets one while there are any. */
function distribute(random: Random, count: number, room: readonly number[], weights: readonly number[]): number[] {
  const taken = room.map(() => 0)
  for (let left = count; left > 0; ) {
    const open = room.flatMap((most, index) => (taken[index]! < most ? [index] : []))
    if (open.length === 0) break
    const empty = open.filter((index) => taken[index] === 0)
    const index = empty[0] ?? random.pick(open.flatMap((one) => Array.from({ length: weights[one]! }, () => one)))
    taken[index] = taken[index]! + 1
    left--
  }
  return taken
}

/** Points of `total` hundredths over `count` rows: equal shares, or by hand, each at least one hundredth. */
function weightsOf(random: Random, total: number, count: number): number[] {
  if (total % 100 === 0 && total / 100 >= count && random.chance(30)) {
    const whole = split(
      total / 100 - count,
      Array.from({ length: count }, () => random.int(1, 9)),
    )
    return whole.map((points) => (points + 1) * 100)
  }
  const least = Math.min(50, Math.floor(total / count))
  const shares = Array.from({ length: count }, () => (random.chance(50) ? 5 : random.int(1, 9)))
  return split(total - least * count, shares).map((points) => points + least)
}

/** Level-2 points: whole points where there are enough of them, each block at least one. */
function level2Points(random: Random, total: number, counts: readonly number[]): number[] {
  const used = counts.map((count) => (count === 0 ? 0 : random.int(1, 6) + count))
  if (total % 100 !== 0 || total / 100 < 2 * used.filter((share) => share > 0).length) return split(total, used)
  const parts = split(total / 100 - used.filter((share) => share > 0).length, used)
  return parts.map((points, index) => (used[index] === 0 ? 0 : (points + 1) * 100))
}

/** The indicators of a form, in the order of its blocks. One row is missed at least, so that not every row is full. */
export function planRows(input: PlanInput): readonly PlannedRow[] {
  const { random, topics } = input
  const blocks = blocksOf(input)
  const hasCost = blocks.some((block) => block.kind === 'cost')
  const levels = blocks.flatMap((block) =>
    levelsOf(block.kind, hasCost).map((level2) => ({ block, level2, slots: slotsOf(level2, topics, random) })),
  )
  const perBlock = distribute(
    random,
    Math.max(input.rows, blocks.length),
    blocks.map((block) =>
      levels.filter((level) => level.block === block).reduce((sum, level) => sum + level.slots.length, 0),
    ),
    blocks.map((block) => ({ output: 6, benefit: 3, cost: 1, satisfaction: 1 })[block.kind as 'output'] ?? 1),
  )
  let owed = true
  return blocks.flatMap((block, blockIndex) => {
    const own = levels.filter((level) => level.block === block)
    const counts = distribute(
      random,
      perBlock[blockIndex]!,
      own.map((level) => level.slots.length),
      own.map(() => 1),
    )
    const points = level2Points(random, block.cents, counts)
    return own.flatMap((level, index): PlannedRow[] => {
      const common = {
        level1: block.kind,
        level1Name: level1Names[block.kind]!,
        level1Cents: block.cents,
        level2Name: level.level2,
        level2Cents: points[index]!,
      }
      const slots = level.slots.slice(0, counts[index])
      if (slots.length === 0) {
        if (!input.notApplicable || block.kind !== 'benefit') return []
        const none = { attribute: '', unit: '', target: '不适用', actual: '', fate: 'met' } as const
        return [{ ...common, ...none, topic: -1, work: null, name: '不适用', weightCents: 0 }]
      }
      const weights = weightsOf(random, points[index]!, slots.length)
      const isCost = level.level2.includes('成本')
      const costs = isCost ? costValues(input, slots) : []
      return slots.map((slot, at) => {
        const canMiss = !isCost && !deadlines.includes(slot.ending) && judged.every((one) => one.ending !== slot.ending)
        const must = owed && canMiss && weights[at]! >= 20 ? 'missed' : null
        if (must !== null) owed = false
        return {
          ...common,
          ...(costs[at] ?? valuesOf(input, level.level2, slot, must)),
          topic: slot.topic,
          work: slot.work,
          name: slot.work.name + slot.ending,
          weightCents: weights[at]!,
        }
      })
    })
  })
}
