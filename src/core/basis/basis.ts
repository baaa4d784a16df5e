/** 得分依据: of each point where it comes from, as data. It tells of results and makes none. */

import { gather } from '../model/gather.ts'
import {
  type Agreement,
  type Band,
  type Bilingual,
  type Citation,
  cellAt,
  Exact,
  type Form,
  type FormPath,
  type Report,
  type ScoredRow,
  type SourceSpan,
  type Step,
} from '../model/index.ts'
import { clauseById, documents, editionById } from '../rulebook/index.ts'
import type { Basis, BasisClause, BasisInput, BasisLost, BasisRow } from './shapes.ts'

/** Numbers clauses in the order in which rows name them. */
class Clauses {
  readonly #known = new Map<string, BasisClause>()

  numbers(law: readonly Citation[]): readonly number[] {
    return [...new Set(law.map((citation) => this.#number(citation)))].sort((a, b) => a - b)
  }

  get all(): readonly BasisClause[] {
    return [...this.#known.values()]
  }

  #number({ clause, evidence, byAnalogy }: Citation): number {
    const key = `${clause} ${byAnalogy === true}`
    const known = this.#known.get(key)
    if (known !== undefined) return known.number
    const document = documents.find(({ clauses }) => clauses.some(({ id }) => id === clause))
    const number = this.#known.size + 1
    this.#known.set(key, {
      number,
      clause,
      document: document?.number ?? '',
      title: document?.title ?? { zh: '', en: '' },
      summary: clauseById(clause)?.summary ?? { zh: '', en: '' },
      evidence,
      byAnalogy: byAnalogy === true,
    })
    return number
  }
}

function sourceOf(form: Form, path: FormPath | undefined): SourceSpan | null {
  return path === undefined ? null : (cellAt(form, path)?.origin ?? null)
}

function inputsOf(form: Form, steps: readonly Step[]): readonly BasisInput[] {
  const seen = new Set<string>()
  return gather(
    gather(steps, ({ inputs }) => inputs),
    ({ symbol, value, path }): BasisInput[] => {
      const key = path ?? `${symbol.zh} ${value}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ symbol, text: value, path: path ?? null, source: sourceOf(form, path) }]
    },
  )
}

function figures(band: Band, decimals: number): { readonly zh: string; readonly en: string } {
  const [min, max] = [band.min.toFixed(decimals), band.max.toFixed(decimals)]
  return min === max ? { zh: min, en: min } : { zh: `${min} 至 ${max}`, en: `${min} to ${max}` }
}

function joined(because: readonly Bilingual[]): Bilingual {
  const end = (text: string) => text.replace(/[。.]$/, '')
  return { zh: because.map(({ zh }) => end(zh)).join('；'), en: because.map(({ en }) => end(en)).join('; ') }
}

/** How far a printed score lies outside its band, with its sign. */
function distance(printed: Exact, { min, max }: Band): Exact {
  if (printed.greaterThan(max)) return printed.minus(max)
  return printed.lessThan(min) ? printed.minus(min) : Exact.zero
}

interface Compared {
  readonly printed: Exact | null
  readonly recomputed: Band | null
  readonly agreement: Agreement
  readonly because: readonly Bilingual[]
}

function differenceOf({ printed, recomputed, agreement, because }: Compared, decimals: number): Bilingual {
  const why = joined(because)
  const reason = { zh: why.zh === '' ? '' : `：${why.zh}`, en: why.en === '' ? '' : `: ${why.en}` }
  switch (agreement) {
    case 'equal':
      return { zh: '一致', en: 'equal' }
    case 'inside':
      return { zh: `在规则给出的范围内${reason.zh}`, en: `inside the range of the rules${reason.en}` }
    case 'outside': {
      if (printed === null || recomputed === null) return { zh: '不一致', en: 'differs' }
      const off = distance(printed, recomputed)
      const size = off.abs().toFixed(decimals)
      return off.isNegative
        ? { zh: `表列比重算少 ${size} 分${reason.zh}`, en: `printed is ${size} below the recomputed score${reason.en}` }
        : { zh: `表列比重算多 ${size} 分${reason.zh}`, en: `printed is ${size} above the recomputed score${reason.en}` }
    }
    case 'depends':
      return { zh: `取决于用语归入哪一档${reason.zh}`, en: `depends on how the word is read${reason.en}` }
    case 'judge':
      return { zh: `须人工判定${reason.zh}`, en: `a person must judge${reason.en}` }
    case 'lost':
      return { zh: `表列无得分，未代填${reason.zh}`, en: `no score is printed; none is filled in${reason.en}` }
    case 'none':
      return { zh: why.zh === '' ? '不计分' : why.zh, en: why.en === '' ? 'not scored' : why.en }
  }
}

/** The agreement of a figure that the engine compares in its checks only. */
function agreementOf(printed: Exact | null, recomputed: Band | null): Agreement {
  if (recomputed === null) return 'none'
  if (printed === null) return 'lost'
  if (printed.lessThan(recomputed.min) || printed.greaterThan(recomputed.max)) return 'outside'
  return recomputed.min.equals(recomputed.max) ? 'equal' : 'inside'
}

const text = (figure: Exact | null): string => figure?.toString() ?? ''

function moneyRows(report: Report, clauses: Clauses, decimals: number): readonly BasisRow[] {
  const { form, scored } = report
  const { execution } = scored
  const rows = gather(scored.tasks, (task): BasisRow[] => {
    const index = Number(/\d+/.exec(task.path)?.[0])
    const own = form.tasks[index]!
    if (own.role === 'total' || task.score.exact === null) return []
    const recomputed = task.score.recomputed
    const band = recomputed === null ? null : { min: recomputed, max: recomputed }
    const agreement = agreementOf(own.score.value, band)
    return [
      {
        kind: 'task',
        path: task.path,
        level1: '',
        level2: '',
        name: own.name.raw,
        weight: own.weight.raw === '' ? text(task.weight.recomputed) : own.weight.raw,
        formula: task.steps.map(({ say }) => say),
        inputs: inputsOf(form, task.steps),
        clauses: clauses.numbers(execution.law),
        printed: own.score.raw,
        recomputed: band,
        exact: { min: task.score.exact, max: task.score.exact },
        agreement,
        difference: differenceOf({ printed: own.score.value, recomputed: band, agreement, because: [] }, decimals),
        readings: [],
      },
    ]
  })
  const total = form.tasks.findIndex(({ role }) => role === 'total')
  const printed = execution.printed ?? execution.added
  const agreement = agreementOf(printed, execution.recomputed)
  const whole: BasisRow = {
    kind: 'execution',
    path: total < 0 ? 'tasks' : `tasks[${total}]`,
    level1: '',
    level2: '',
    name: '',
    weight: execution.points.toString(),
    formula: execution.steps.map(({ say }) => say),
    inputs: inputsOf(form, execution.steps),
    clauses: clauses.numbers(execution.law),
    printed: text(printed),
    recomputed: execution.recomputed,
    exact: null,
    agreement,
    difference: differenceOf(
      { printed, recomputed: execution.recomputed, agreement, because: execution.because },
      decimals,
    ),
    readings: [],
  }
  return [...rows, whole]
}

function indicatorRow(report: Report, row: ScoredRow, clauses: Clauses, decimals: number): BasisRow {
  const { form } = report
  const indicator = form.indicators[Number(/\d+/.exec(row.path)?.[0])]!
  return {
    kind: 'indicator',
    path: row.path,
    level1: indicator.level1.cell.raw,
    level2: indicator.level2.cell.raw,
    name: indicator.name.raw,
    weight: indicator.weight.raw,
    formula: row.steps.map(({ say }) => say),
    inputs:
      row.steps.length > 0
        ? inputsOf(form, row.steps)
        : (['target', 'actual'] as const).map((side) => ({
            symbol: side === 'target' ? { zh: '目标', en: 'target' } : { zh: '实际', en: 'actual' },
            text: indicator[side].raw,
            path: `${row.path}.${side}`,
            source: indicator[side].origin ?? null,
          })),
    clauses: clauses.numbers(row.law),
    printed: indicator.score.raw,
    recomputed: row.recomputed,
    exact: row.exact,
    agreement: row.agreement,
    difference: differenceOf(row, decimals),
    readings: row.readings,
  }
}

function totalRow(report: Report, clauses: Clauses, decimals: number): BasisRow {
  const { form, scored } = report
  const { total } = scored
  const agreement = agreementOf(total.printed, total.recomputed)
  return {
    kind: 'total',
    path: 'total',
    level1: '',
    level2: '',
    name: '',
    weight: total.weights.toString(),
    formula: total.steps.map(({ say }) => say),
    inputs: [],
    clauses: clauses.numbers(gather(total.steps, ({ law }) => law)),
    printed: form.total.raw,
    recomputed: total.recomputed,
    exact: null,
    agreement,
    difference: differenceOf(
      { printed: total.printed, recomputed: total.recomputed, agreement, because: [] },
      decimals,
    ),
    readings: [],
  }
}

function lostOf({ form, scored }: Report): readonly BasisLost[] {
  return (scored.lost?.bounds ?? []).map(({ path, band }) => {
    const row = form.indicators[Number(/\d+/.exec(path)?.[0])]
    return { path: path.replace(/\.score$/, ''), name: row?.name.raw ?? '', weight: row?.weight.raw ?? '', band }
  })
}

/** What each point of a report rests on. Throws where the report's edition is not on file. */
export function basisOf(report: Report): Basis {
  const { form, scored, stamp } = report
  const edition = editionById(stamp.edition)
  if (edition === undefined) throw new Error(`no edition ${stamp.edition}`)
  const clauses = new Clauses()
  const decimals = Number(edition.rounding.decimals.value)
  const rows = [
    ...moneyRows(report, clauses, decimals),
    ...scored.rows.map((row) => indicatorRow(report, row, clauses, decimals)),
    totalRow(report, clauses, decimals),
  ]
  return {
    schema: 1,
    stamp,
    title: form.title.raw,
    department: form.kind === 'project' && form.project.raw !== '' ? form.project.raw : form.department.raw,
    year: form.fiscalYear.value === null ? form.fiscalYear.raw : String(form.fiscalYear.value),
    edition: edition.title,
    rounding: { decimals, mode: edition.rounding.mode, clauses: clauses.numbers(edition.rounding.law) },
    rows,
    total: { printed: scored.total.printed, added: scored.total.added, recomputed: scored.total.recomputed },
    grades: scored.grade,
    lost: lostOf(report),
    choices: scored.choices,
    clauses: clauses.all,
  }
}

/** '8.00 至 10.00', with what is left out at its end. */
export function sayBand(band: Band, decimals: number): Bilingual {
  const { zh, en } = figures(band, decimals)
  return band.maxExcluded === true && !band.min.equals(band.max)
    ? { zh: `${zh}（不含）`, en: `${en} (excluded)` }
    : { zh, en }
}
