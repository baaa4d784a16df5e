/** The sample, changed in one respect: the findings move as the change says, and no others do. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/core/evaluate/index.ts'
import type { Finding, Form, FormPath, Recognition } from '../../src/core/model/index.ts'
import { readForms } from '../support/check-form.ts'
import { Random } from '../support/random.ts'
import { runsOf } from '../support/runs.ts'

const runs = runsOf('moves as said', 30)
const sample = readFileSync(new URL('../corpus/shenzhen-guangming-2021/form.txt', import.meta.url), 'utf8')

function read(text: string): Recognition {
  const { forms } = readForms(text)
  expect(forms).toHaveLength(1)
  return forms[0]!
}

function findingsOf({ form, events, residue }: Recognition): readonly Finding[] {
  return evaluate({ form, events, residue, edition: 'shenzhen-department-2021' }).value!.findings
}

const original = read(sample)
const before = findingsOf(original)

/** Rule, message and places; `where` gives each path the name of the row that it had before. */
function said(findings: readonly Finding[], where: (path: FormPath) => FormPath = (path) => path): string[] {
  return findings
    .map(
      ({ severity, rule, message, at }) =>
        `${severity} ${rule}/${message} @ ${at.map(({ path }) => where(path)).join(' ')}`,
    )
    .sort()
}

/** Lines of one list that the other lacks, each as often as it stands there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other]
  return list.filter((line) => {
    const at = left.indexOf(line)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}

/** The indicators in another order, block by block; `from[i]` is where the row now at i stood. */
function shuffled(form: Form, random: Random): { readonly form: Form; readonly from: readonly number[] } {
  const blocks = new Map<string, number[]>()
  form.indicators.forEach(({ level1, level2 }, index) => {
    const key = `${level1.cell.raw} ${level2.cell.raw}`
    blocks.set(key, [...(blocks.get(key) ?? []), index])
  })
  const from = [...blocks.values()].flatMap((rows) => random.shuffled(rows))
  return { form: { ...form, indicators: from.map((index) => form.indicators[index]!) }, from }
}

describe('rows shuffled within their block', () => {
  it('move their findings with them', () => {
    // What the recogniser told of the source keeps its own paths and is left out.
    const still = evaluate({ form: original.form, edition: 'shenzhen-department-2021' }).value!.findings
    for (let run = 0; run < runs.count; run++) {
      const { form, from } = shuffled(original.form, new Random(runs.of(run)))
      const where = (path: FormPath) =>
        path.replace(/^indicators\[(\d+)\]/, (_, index: string) => `indicators[${from[Number(index)]}]`)
      const after = evaluate({ form, edition: 'shenzhen-department-2021' }).value!.findings
      // Which of equal rows takes the odd hundredth, which of two twins is named first and what stands between two rows is a matter of order.
      const loose = (findings: readonly Finding[], name: (path: FormPath) => FormPath) =>
        findings
          .map(
            ({ severity, rule, message, at }) =>
              `${severity} ${rule}/${message} @ ${at
                .map(({ path }) => name(path))
                .sort()
                .join(' ')}`,
          )
          .filter((line) => !/-weights-off|weights-not-adding-up|mixed-money-units/.test(line))
          .map((line) => line.replace('WithBetween', ''))
          .sort()
      expect(loose(after, where), `seed ${runs.of(run)}`).toEqual(loose(still, (path) => path))
      expect(after).toHaveLength(still.length)
    }
  })
})

describe('another department of the same place', () => {
  it.each(['深圳市光明区应急管理局', '深圳市光明区教育局'])('%s has the same findings', (name) => {
    const changed = read(sample.replaceAll('深圳市光明区群团工作部', name))
    expect(changed.form.department.raw).toBe(name)
    expect(said(findingsOf(changed))).toEqual(said(before))
  })
})

/** ×10 by moving the point, so that the precision of what is written is scaled too. */
function tenfold(figure: string): string {
  const [whole = '', fraction = ''] = figure.split('.')
  const rest = fraction.slice(1)
  return `${whole}${fraction.slice(0, 1).padEnd(1, '0')}${rest === '' ? '' : `.${rest}`}`
}

describe('all money tenfold', () => {
  it('changes no finding', () => {
    const lines = sample.split('\n').map((line, index) => {
      if (index >= 6 && index <= 16) {
        const cells = line.split('\t')
        // Weight, rate and score at the end of a task row are no money.
        return cells
          .map((cell, at) => (at < cells.length - 3 && /^\d+\.\d+$/.test(cell) ? tenfold(cell) : cell))
          .join('\t')
      }
      return index >= 85 && index <= 108 ? line.replace(/\d+(?:\.\d+)?(?=万)/g, tenfold) : line
    })
    const changed = read(lines.join('\n'))
    expect(changed.form.tasks[0]!.budgeted.total.raw).toBe('5661.4')
    expect(said(findingsOf(changed))).toEqual(said(before))
  })
})

interface Change {
  readonly what: string
  readonly line: number
  readonly from: string
  readonly to: string
  /** Codes of findings at the row that go, and that come. */
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

const changes: readonly Change[] = [
  {
    what: 'a lost score filled in',
    line: 40,
    from: '229个\t\t',
    to: '229个\t0.85\t',
    gone: ['score-missing'],
    come: [],
  },
  {
    what: 'a wild actual mended',
    line: 46,
    from: '52场',
    to: '5场',
    gone: ['serious-over-achievement', 'over-achievement-undeducted'],
    come: [],
  },
  {
    what: 'an exceeded limit kept',
    line: 88,
    from: '47.1004万元',
    to: '46.9004万元',
    gone: ['full-marks-on-exceeded-limit'],
    come: [],
  },
  {
    what: 'a score raised above its weight',
    line: 62,
    from: '100%\t0.08',
    to: '100%\t0.80',
    gone: [],
    come: ['score-above-weight'],
  },
  {
    what: 'a duplicate name changed',
    line: 133,
    from: '活动参与人员满意度',
    to: '维权讲座听众满意度',
    gone: ['duplicate-indicator'],
    come: [],
  },
  { what: 'a floor on a cost turned round', line: 105, from: '≥95%', to: '≤99%', gone: ['floor-on-cost'], come: [] },
  {
    what: 'a date given for a word',
    line: 83,
    from: '已完成',
    to: '2021年11月20日',
    gone: ['deadline-not-proven'],
    come: [],
  },
  {
    what: 'an actual pushed below its target',
    line: 57,
    from: '100%',
    to: '90%',
    gone: [],
    come: ['missed-target-score-off'],
  },
]

/** Findings on sums, on the form as a whole or on the task that a row belongs to may follow a change in one row. */
const ofTheWhole = /^(?:form|total|grade|executionPoints|tasks\[\d+\])/

describe('one cell changed', () => {
  it.each(changes)('$what (line $line)', ({ line, from, to, gone, come }) => {
    const lines = sample.split('\n')
    expect(lines[line - 1]).toContain(from)
    lines[line - 1] = lines[line - 1]!.replace(from, to)
    const changed = read(lines.join('\n'))
    const index = original.form.indicators.findIndex(
      ({ name }) => name.origin?.kind === 'text' && name.origin.line === line,
    )
    const row = `indicators[${index}]`
    const now = findingsOf(changed)
    const [removed, added] = [without(said(before), said(now)), without(said(now), said(before))]
    const ofRow = (list: readonly string[], rule: string) =>
      list.filter((text) => text.includes(` ${rule}/`) && text.includes(row))
    for (const rule of gone) expect(ofRow(removed, rule), `${rule} goes`).not.toEqual([])
    for (const rule of come) expect(ofRow(added, rule), `${rule} comes`).not.toEqual([])
    const elsewhere = [...removed, ...added].filter((text) => {
      const places = text.slice(text.indexOf('@ ') + 2).split(' ')
      return !places.some((path) => path.startsWith(row) || ofTheWhole.test(path))
    })
    expect(elsewhere).toEqual([])
  })
})
