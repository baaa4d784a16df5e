/** Totals of the units with what the rules give, grades, and how the totals crowd. */

import type { FilingSummary } from '../../../src/api/types.ts'
import type { RollUpView } from '../../../src/core/insight/index.ts'
import { ColumnsChart } from '../charts/columns-chart.tsx'
import { RowsChart, ShapeSign } from '../charts/rows-chart.tsx'
import { placeOf } from './insight-data.ts'
import { useInsightSay } from './insight-texts.ts'
import { intervalsOf, isBeyond } from './measures.ts'

/** Lines that are drawn; the table has all. */
const drawn = 40

export interface SeenProps {
  readonly filings: readonly FilingSummary[]
  readonly view: RollUpView
}

export function TotalsChart({ filings, view }: SeenProps) {
  const say = useInsightSay()
  const known = filings
    .filter(({ total }) => total !== null)
    .sort((one, other) => Number(one.total) - Number(other.total))
  const beyond = known.filter(isBeyond).length
  const from =
    Math.floor(
      Math.min(100, ...known.map(({ total, recomputed }) => Math.min(Number(total), Number(recomputed?.min ?? 100)))) /
        5,
    ) * 5
  const step = 100 - from > 25 ? 10 : from > 90 ? 2.5 : 5
  const ticks = Array.from({ length: Math.floor((100 - from) / step) + 1 }, (_, at) => from + at * step)
  const gradeOf = (grade: string | null) => (grade === null ? '' : say(`grade.${grade}` as 'grade.good'))
  return (
    <RowsChart
      title={say('totals.title')}
      says={
        <p>
          {say('totals.says', {
            n: view.forms,
            average: view.average ?? '—',
            least: view.least ?? '—',
            most: view.most ?? '—',
            low: view.recomputed?.least ?? '—',
            high: view.recomputed?.most ?? '—',
          })}{' '}
          {beyond > 0 && say('totals.beyond', { n: beyond })}{' '}
          {known.length > drawn && say('totals.lowest', { n: drawn })}
        </p>
      }
      legend={
        <>
          <span>
            <ShapeSign shape="dot" /> {say('totals.own')}
          </span>
          <span>
            <ShapeSign shape="span" /> {say('totals.band')}
          </span>
        </>
      }
      from={from}
      to={100}
      ticks={ticks}
      rows={known.slice(0, drawn).map(({ id, title, total, recomputed, grade }) => ({
        key: id,
        name: title,
        href: placeOf(id),
        label: `${title}：${say('totals.own')} ${total} ${gradeOf(grade)}${recomputed === null ? '' : `，${say('totals.band')} ${recomputed.min}–${recomputed.max}`}`,
        marks: [{ shape: 'dot', value: Number(total) }],
        span: recomputed === null ? undefined : [Number(recomputed.min), Number(recomputed.max)],
        figure: total!,
      }))}
      table={{
        columns: [
          { title: say('col.unit') },
          { title: say('col.total'), isNumber: true },
          { title: say('col.grade') },
          { title: say('col.least'), isNumber: true },
          { title: say('col.most'), isNumber: true },
          { title: say('col.errors'), isNumber: true },
        ],
        rows: known.map(({ id, title, total, grade, recomputed, errors }) => ({
          key: id,
          href: placeOf(id),
          cells: [title, total!, gradeOf(grade), recomputed?.min ?? '', recomputed?.max ?? '', String(errors)],
        })),
      }}
    />
  )
}

const grades = ['excellent', 'good', 'fair', 'poor', 'none'] as const

export function GradesChart({ view }: { view: RollUpView }) {
  const say = useInsightSay()
  const names = Object.fromEntries(grades.map((grade) => [grade, view.grades[grade] ?? 0]))
  return (
    <ColumnsChart
      title={say('grades.title')}
      says={<p>{say('grades.says', names)}</p>}
      columns={grades.map((grade) => ({
        key: grade,
        name: say(`grade.${grade}`),
        value: view.grades[grade] ?? 0,
        figure: String(view.grades[grade] ?? 0),
        label: `${say(`grade.${grade}`)} ${view.grades[grade] ?? 0}`,
      }))}
      table={{
        columns: [{ title: say('col.grade') }, { title: say('col.count'), isNumber: true }],
        rows: grades.map((grade) => ({
          key: grade,
          cells: [say(`grade.${grade}`), String(view.grades[grade] ?? 0)],
        })),
      }}
    />
  )
}

export function CeilingChart({ filings, view }: SeenProps) {
  const say = useInsightSay()
  const totals = filings.flatMap(({ total }) => (total === null ? [] : [total]))
  const intervals = intervalsOf(totals)
  const nameOf = ({ from, to }: { from: number; to: number }) => `${from}–${to}`
  return (
    <ColumnsChart
      title={say('ceiling.title')}
      says={
        <p>
          {say('ceiling.says', {
            share: view.fullShare ?? '—',
            n: totals.filter((total) => Number(total) >= 95).length,
          })}
        </p>
      }
      columns={intervals.map((interval) => ({
        key: nameOf(interval),
        name: nameOf(interval),
        value: interval.forms,
        figure: String(interval.forms),
        label: `${nameOf(interval)}：${interval.forms}`,
        isMarked: interval.from >= 95,
      }))}
      table={{
        columns: [{ title: say('col.interval') }, { title: say('col.count'), isNumber: true }],
        rows: intervals.map((interval) => ({
          key: nameOf(interval),
          cells: [nameOf(interval), String(interval.forms)],
        })),
      }}
    />
  )
}
