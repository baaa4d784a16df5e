/**
 * What recognition makes of a printed table: signs confused, sure and unsure by turns, cells lost, minus signs gone. The
 * truth is known, so that it can be counted what is right, what is wrong and not said, and what a person is asked. One
 * seed, one damage.
 */

import type { Grid, GridCell } from '../../src/core/model/index.ts'
import type { Random } from './random.ts'

/** How often things go wrong, in tenths of a percent. */
export interface Noise {
  /** Of characters in words. */
  readonly sign: number
  /** Of digits, points and operators. */
  readonly digit: number
  /** Of cells with a lone dash. */
  readonly lostDash: number
  /** Of other cells: ink seen, nothing read. */
  readonly lostCell: number
  /** Of right cells: read right and yet unsure. */
  readonly unsure: number
  /** Of wrong cells: read wrong and sure of it. */
  readonly blind: number
  /** Of wrong cells: the truth is among the other readings. */
  readonly truthKept: number
}

/** As measured of good recognition on clean pages of 200 dots an inch, somewhat on the bad side. */
export const cleanScan: Noise = { sign: 4, digit: 3, lostDash: 300, lostCell: 1, unsure: 25, blind: 40, truthKept: 950 }
/** Turned, blurred, noisy. */
export const poorScan: Noise = {
  sign: 15,
  digit: 12,
  lostDash: 500,
  lostCell: 4,
  unsure: 50,
  blind: 40,
  truthKept: 950,
}

const digits: Readonly<Record<string, string>> = {
  '0': 'O6',
  '1': 'l7I',
  '2': 'Z7',
  '3': '8',
  '4': '9',
  '5': 'S6',
  '6': '58',
  '7': '1',
  '8': '3B',
  '9': '4g',
  '.': ',',
  '\u2265': '>2V',
  '\u2264': '<',
  '%': '$',
}
const signs: Readonly<Record<string, string>> = {
  出: '山',
  意: '总',
  效: '放',
  量: '童',
  社: '杜',
  预: '顶',
  标: '杯',
  时: '吋',
  成: '戍',
  未: '末',
  日: '曰',
  入: '人',
  已: '己',
  数: '教',
  质: '贡',
  达: '这',
  目: '日',
  项: '顷',
  施: '旋',
  得: '碍',
  度: '庋',
  值: '植',
  分: '公',
}

export interface NoisyCell {
  readonly cell: GridCell
  readonly truth: string
}

export interface NoisyGrid {
  readonly grid: Grid
  /** Each cell with what is printed there. */
  readonly cells: readonly NoisyCell[]
}

const DASH = /^[-_—/]$/

function misread(random: Random, text: string, noise: Noise): string {
  let made = ''
  for (const sign of text) {
    const others = digits[sign] ?? signs[sign]
    const share = digits[sign] === undefined ? noise.sign : noise.digit
    if (others === undefined || random.int(1, 1000) > share) made += sign
    // A point or a sign of a word may be lost altogether.
    else if (random.chance(10)) continue
    else made += others[random.int(0, others.length - 1)]!
  }
  return made
}

function confidence(random: Random, from: number, to: number): number {
  return random.int(from, to) / 1000
}

function otherReadings(random: Random, truth: string, read: string, isKept: boolean): string[] {
  const made: string[] = []
  if (isKept && truth !== read) made.push(truth)
  for (let at = 0; at < truth.length && made.length < 2; at++) {
    const others = digits[truth[at]!] ?? signs[truth[at]!]
    if (others === undefined || !random.chance(30)) continue
    const other = truth.slice(0, at) + others[0]! + truth.slice(at + 1)
    if (other !== read && !made.includes(other)) made.push(other)
  }
  return random.chance(85) ? made : made.reverse()
}

function noisyCell(random: Random, cell: GridCell, noise: Noise): GridCell {
  const { style: _style, path: _path, ...plain } = cell
  const place = {
    ...plain,
    source: {
      kind: 'page' as const,
      page: 1,
      box: [cell.column * 50, cell.row * 20, cell.columnSpan * 50, cell.rowSpan * 20] as const,
    },
  }
  const truth = cell.text
  if (truth.trim() === '') return place
  const lost = DASH.test(truth) ? noise.lostDash : noise.lostCell
  if (random.int(1, 1000) <= lost) return { ...place, text: '', confidence: 0 }
  const text = misread(random, truth, noise)
  if (text === '') return { ...place, text: '', confidence: 0 }
  const isWrong = text !== truth
  const isSure = random.int(1, 1000) <= (isWrong ? noise.blind : 1000 - noise.unsure)
  const kept = random.int(1, 1000) <= noise.truthKept
  if (isSure) return { ...place, text, confidence: confidence(random, 985, 999) }
  const alternatives = otherReadings(random, truth, text, kept)
  return {
    ...place,
    text,
    confidence: isWrong ? confidence(random, 350, 880) : confidence(random, 600, 970),
    ...(alternatives.length === 0 ? {} : { alternatives }),
  }
}

/** The grid as recognition would give it. */
export function withNoise(random: Random, grid: Grid, noise: Noise): NoisyGrid {
  const cells = grid.cells.map((cell) => ({ cell: noisyCell(random, cell, noise), truth: cell.text }))
  return {
    grid: {
      cells: cells.map(({ cell }) => cell),
      rowCount: grid.rowCount,
      columnCount: grid.columnCount,
      bordered: true,
      signs: 'picture',
    },
    cells,
  }
}
