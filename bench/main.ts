/**
 * Times the pure core and the command line, warm and cold: one table with the machine it ran on, printed and kept in
 * docs/generated/bench.md.
 */

import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { findAlike } from '../src/core/checks/aids/alike.ts'
import { findRepeats, wordingOf } from '../src/core/checks/aids/wording.ts'
import { checks } from '../src/core/checks/index.ts'
import { runChecks } from '../src/core/checks/runner.ts'
import { evaluate, newEvaluationMemo, placeNamed } from '../src/core/evaluate/index.ts'
import type { Form, Indicator } from '../src/core/model/index.ts'
import { recognise } from '../src/core/recognise/index.ts'
import { chooseEdition } from '../src/core/rulebook/index.ts'
import { scoreForm } from '../src/core/scoring/index.ts'
import { readValue } from '../src/core/values/index.ts'
import { readText } from '../src/readers/text/index.ts'
import { timeForms } from './thousand-forms/time.ts'

const root = `${process.cwd()}/`
const samplePath = `${root}tests/corpus/shenzhen-guangming-2021/form.txt`
const bytes = readFileSync(samplePath)

interface Row {
  readonly what: string
  readonly runs: number
  readonly median: number
  readonly worst: number
  /** Mean that all threads of the process spent on a run; null where the work is done by another process. */
  readonly processor: number | null
  readonly goal: number | null
}

function time(what: string, goal: number | null, runs: number, work: (run: number) => void): Row {
  const warmUp = runs
  for (let run = 0; run < warmUp; run++) work(run)
  const times: number[] = []
  const before = process.cpuUsage()
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint()
    work(warmUp + run)
    times.push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  const { user, system } = process.cpuUsage(before)
  return rowOf(what, times, (user + system) / 1000 / runs, goal)
}

function rowOf(what: string, times: readonly number[], processor: number | null, goal: number | null): Row {
  const sorted = times.toSorted((a, b) => a - b)
  return { what, runs: sorted.length, median: sorted[sorted.length >> 1]!, worst: sorted.at(-1)!, processor, goal }
}

function sampleForm(): Form {
  const { forms } = recognise(readText(bytes, 'form.txt').value)
  return forms[0]!.form
}

/** The sample's rows repeated, each under a name of its own, until there are `count`. */
function longForm(form: Form, count: number): Form {
  const indicators: Indicator[] = []
  for (let index = 0; index < count; index++) {
    const row = form.indicators[index % form.indicators.length]!
    const raw = `${row.name.raw}${index}`
    indicators.push({ ...row, name: { ...row.name, raw, value: raw } })
  }
  return { ...form, indicators }
}

const form = sampleForm()
const { edition } = chooseEdition({ place: placeNamed(form), kind: form.kind, year: form.fiscalYear.value })
const long = longForm(form, 1000)
const memo = newEvaluationMemo()
evaluate({ form: long, memo })

function withChangedCell(run: number): Form {
  const at = (run * 37) % long.indicators.length
  const indicators = long.indicators.slice()
  const row = indicators[at]!
  const raw = `${run}人`
  indicators[at] = { ...row, actual: { raw, value: readValue(raw) } }
  return { ...long, indicators }
}

/** As forms have them: each row's own name in one of a few phrases. */
function remarks(run: number): readonly string[] {
  const causes = ['外包单位人员调整交接较晚', '部分点位进场推迟', '上游材料供货周期延长', '申请对象临时变更登记地']
  return long.indicators.map(
    ({ name }, at) => `原因分析${name.raw}${run}${causes[at % causes.length]}改进措施提前编排工期按旬调度进度${at}`,
  )
}

const COUNT = 1000

/** The median and the worst are of one form, the sum is of all; the goal is set for the sum. */
function thousand(): Row {
  const { times, processor } = timeForms(fileURLToPath(new URL('make.mjs', import.meta.url)), COUNT)
  const sum = times.reduce((all, one) => all + one, 0)
  const what = `one of ${COUNT} different forms of 94 rows from parsed grids: recognised, scored, checked (warm; all: ${(sum / 1000).toFixed(1)} s by the clock, ${(processor / 1000).toFixed(1)} s of processor)`
  return rowOf(what, times, processor / COUNT, 6)
}

const rows: Row[] = [
  time('read and recognise the sample (warm)', null, 50, () => {
    sampleForm()
  }),
  time('score 94 rows (warm)', 1, 200, () => {
    scoreForm(form, edition)
  }),
  time('score and all checks, 94 rows (warm)', 5, 200, () => {
    runChecks(checks, { form, scored: scoreForm(form, edition), edition, events: [] })
  }),
  time('one changed cell among 1,000 rows, re-scored and re-checked (warm)', 15, 100, (run) => {
    evaluate({ form: withChangedCell(run), memo })
  }),
  time('1,000 different remarks of 50 signs compared for copies (warm)', 15, 50, (run) => {
    findAlike(remarks(run))
  }),
  time('1,000 different names compared for repeats (warm)', 15, 50, (run) => {
    findRepeats(long.indicators.map(({ name }) => wordingOf(`${name.raw}${run}`)))
  }),
  thousand(),
  time('node dist/cli.js check, whole process', 300, 20, () => {
    const { status, error } = spawnSync(process.execPath, [`${root}dist/cli.js`, 'check', samplePath], {
      timeout: 60_000,
    })
    if (error !== undefined || status === null || status > 1) throw new Error(`the command line failed: ${status}`)
  }),
]

const lines = [
  '<!-- written by `npm run bench` -->',
  '',
  '# 速度 · Speed',
  '',
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}.`,
  '',
  'Median and worst are by the clock. *Processor*: mean of what all threads of the process spent on a run, the compiler and the collector of garbage among them; busy neighbours on the machine lengthen both.',
  '',
  '| what | runs | median ms | worst ms | processor ms | goal ms |',
  '|---|---:|---:|---:|---:|---:|',
  ...rows.map(
    ({ what, runs, median, worst, processor, goal }) =>
      `| ${what} | ${runs} | ${median.toFixed(2)} | ${worst.toFixed(2)} | ${processor?.toFixed(2) ?? ''} | ${goal ?? ''} |`,
  ),
  '',
]
process.stdout.write(`${lines.slice(4).join('\n')}\n`)
writeFileSync(`${root}docs/generated/bench.md`, lines.join('\n'))
