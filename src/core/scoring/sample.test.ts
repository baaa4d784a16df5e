/** The sample form, row by row, told apart by its line numbers; read here without the recogniser, which has tests of its own. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ScoredRow } from '../model/index.ts'
import { formFromSketch, type IndicatorSketch, type TaskSketch } from '../recognise/sketch.ts'
import { editionById } from '../rulebook/index.ts'
import { scoreForm } from './index.ts'

const file = new URL('../../../tests/corpus/shenzhen-guangming-2021/form.txt', import.meta.url)
const lines = readFileSync(file, 'utf8').split('\n')

function cellsOf(line: number): string[] {
  return lines[line - 1]!.split('\t').map((cell) => cell.trim())
}

const amounts: readonly [line: number, row: 'task' | 'total'][] = [
  ...[7, 9, 10, 11, 12, 13, 14, 15, 16].map((line) => [line, 'task'] as [number, 'task']),
  [17, 'total'],
]

const tasks: TaskSketch[] = amounts.map(([line, row]) => {
  const [, name = '', content = '', completion = '', ...money] = cellsOf(line)
  const figures = money.filter((cell) => /\d/.test(cell))
  const [budgeted = '', , executed = '', , weight = '', rate = '', score = ''] = figures
  return { row, name, content, completion, budgeted, executed, weight, rate, score }
})

const blocks = [
  { level1: '产出指标(50分)', from: 38, to: 109, skip: [53, 54, 93] },
  { level1: '效益指标(30分)', from: 110, to: 127, skip: [118] },
  { level1: '满意度指标(10分)', from: 128, to: 139, skip: [] as number[] },
]

const level2: readonly [from: number, name: string][] = [
  [38, '数量指标'],
  [57, '质量指标'],
  [72, '时效指标'],
  [86, '成本指标'],
  [110, '经济效益指标'],
  [111, '社会效益指标'],
  [126, '生态效益指标'],
  [127, '可持续影响指标'],
  [128, '服务对象满意度指标'],
]

/** A reason that slipped into the score column, or a placeholder, is no figure. */
function figure(text: string): string {
  return /^\d/.test(text) ? text : ''
}

const rows: { line: number; sketch: IndicatorSketch }[] = blocks.flatMap(({ level1, from, to, skip }) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .filter((line) => !skip.includes(line) && cellsOf(line).some((cell) => cell !== ''))
    .map((line) => {
      const [, , name = '', target = '', weight = '', actual = '', score = '', note = ''] = cellsOf(line)
      return {
        line,
        sketch: {
          level1,
          level2: level2.filter(([start]) => start <= line).at(-1)![1],
          name,
          // The row is broken in two: line 54 holds the first half of this target.
          target: line === 55 ? `${cellsOf(54)[3]}${target}` : target,
          weight: figure(weight),
          actual,
          score: figure(score),
          note,
        },
      }
    }),
)

const form = formFromSketch({
  region: '深圳市光明区',
  fiscalYear: '2021年度',
  tasks,
  indicators: rows.map(({ sketch }) => sketch),
  total: '96.62',
})
const edition = editionById('shenzhen-department-2021')!
const scored = scoreForm(form, edition)

function at(line: number): ScoredRow {
  return scored.rows[rows.findIndex((row) => row.line === line)]!
}

function linesWith(agreement: ScoredRow['agreement']): number[] {
  return rows.filter((_, index) => scored.rows[index]!.agreement === agreement).map(({ line }) => line)
}

describe('the sample form under the Shenzhen edition', () => {
  it('has 94 scored rows and 3 that do not apply', () => {
    expect(linesWith('none')).toEqual([110, 126, 127])
    expect(scored.rows.length).toBe(97)
  })

  it('comes out as printed on every row with numbers, dates or lengths, and nowhere else otherwise', () => {
    expect(linesWith('equal').length).toBe(70)
    expect(linesWith('lost')).toEqual([40, 49, 109, 116, 117])
    expect(linesWith('inside')).toEqual([64, 68, 69, 84, 85, 111])
    expect(linesWith('judge')).toEqual([72, 83])
    expect(linesWith('depends')).toEqual([112, 113, 114, 115, 119, 120, 121, 122, 123, 124, 125])
    expect(linesWith('outside')).toEqual([])
  })

  it('rounds once, and tells its steps', () => {
    expect(at(38).recomputed?.min.toString()).toBe('4.98')
    expect(at(38).steps[0]?.say.zh).toBe(
      '得分 = 分值 × 实际 ÷ 目标 = 5.06 × 64 ÷ 65 = 4.9821… → 4.98(四舍五入，保留2位小数)',
    )
    expect(at(88).recomputed?.max.toString()).toBe('0.7')
    expect(at(88).exact?.max.toFixed(4)).toBe('0.6985')
    expect(at(109).recomputed?.min.toString()).toBe('0.95')
  })

  it('keeps printed, added and recomputed apart', () => {
    expect(scored.total.printed?.toString()).toBe('96.62')
    expect(scored.total.added.toString()).toBe('90.83')
    expect(scored.total.weights.toString()).toBe('99.93')
    expect(scored.execution.printed?.toString()).toBe('9.8')
    expect(scored.execution.added?.toString()).toBe('9.81')
    expect(scored.execution.recomputed?.min.toString()).toBe('9.8')
    expect(scored.grade.ofPrinted).toBe('excellent')
    const block = (name: string) => scored.blocks.find((one) => one.name === name)!
    expect(block('产出指标').weight.added.toString()).toBe('49.97')
    expect(block('产出指标').weight.edition?.toString()).toBe('50')
    expect(block('产出指标').weight.printed?.toString()).toBe('50')
    expect(block('产出指标').score.lost).toBe(3)
    expect(block('数量指标').weight.added.toString()).toBe('14.99')
    expect(block('满意度指标').weight.added.toString()).toBe('9.96')
  })

  it('shares the execution points among the tasks by budget, scores from the unrounded weight', () => {
    for (const task of scored.tasks) {
      if (task.weight.printed !== null) expect(task.weight.recomputed).toEqual(task.weight.printed.round(2))
      expect(task.score.recomputed?.toFixed(2)).toBe(task.score.printed?.toFixed(2))
    }
  })

  it('leaves 5.79 points, or 5.78, for the five lost scores', () => {
    expect(scored.lost?.weight.toString()).toBe('7.32')
    expect(scored.lost?.gaps.map(({ gap }) => gap.toString())).toEqual(['5.79', '5.78'])
  })

  it('shows what each reading of the open word makes of the total', () => {
    expect(scored.choices.length).toBe(1)
    const [choice] = scored.choices
    expect(choice?.rows.length).toBe(13)
    const said = choice?.options.map(({ tier, total, grades }) => [tier, `${total.min}–${total.max}`, grades.join(' ')])
    expect(said).toEqual([
      ['top', '94.23–99.63', 'excellent'],
      ['middle', '88.83–94.23', 'excellent good'],
    ])
  })
})
