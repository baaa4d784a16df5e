/** How far the campaign has come, and what the review changed. */

import type { Progress, ReviewEffects } from '../../../src/api/types.ts'
import { type Stage, stageNames, stages } from '../../../src/core/review/index.ts'
import { ColumnsChart } from '../charts/columns-chart.tsx'
import { RowsChart, ShapeSign } from '../charts/rows-chart.tsx'
import { usePreferences } from '../theme/preferences.ts'
import { placeOf } from './insight-data.ts'
import { useInsightSay } from './insight-texts.ts'

export function ProgressChart({ progress }: { progress: Progress }) {
  const say = useInsightSay()
  const { lang } = usePreferences()
  const counts = stages.flatMap((stage: Stage) => {
    const n = progress.rows.reduce((sum, row) => sum + (row.stages[stage] ?? 0), 0)
    return n === 0 ? [] : [{ stage, n }]
  })
  const { submitted, filings, closes, overdue } = progress
  return (
    <RowsChart
      title={say('progress.title')}
      says={
        <p>
          {say('progress.says', { submitted, filings, closes })}{' '}
          {overdue > 0 && say('progress.overdue', { n: overdue })}
        </p>
      }
      from={0}
      to={Math.max(1, filings)}
      ticks={[0, filings]}
      rows={counts.map(({ stage, n }) => ({
        key: stage,
        name: stageNames[stage][lang],
        label: `${stageNames[stage][lang]} ${n}`,
        marks: [{ shape: 'bar', value: n }],
        figure: String(n),
      }))}
      table={{
        columns: [{ title: say('col.stage') }, { title: say('col.count'), isNumber: true }],
        rows: counts.map(({ stage, n }) => ({ key: stage, cells: [stageNames[stage][lang], String(n)] })),
      }}
    />
  )
}

export function DaysChart({ progress }: { progress: Progress }) {
  const say = useInsightSay()
  const { days } = progress
  return (
    <ColumnsChart
      title={say('days.title')}
      says={<p>{say('days.says')}</p>}
      columns={days.map(({ day, submitted }) => ({
        key: day,
        name: day.slice(5),
        value: submitted,
        figure: String(submitted),
        label: `${day}：${submitted}`,
        isMarked: day > progress.closes,
      }))}
      table={{
        columns: [{ title: say('col.day') }, { title: say('col.count'), isNumber: true }],
        rows: days.map(({ day, submitted }) => ({ key: day, cells: [day, String(submitted)] })),
      }}
    />
  )
}

export function ReviewChart({ effects }: { effects: ReviewEffects }) {
  const say = useInsightSay()
  const gradeOf = (grade: string | null) => say(`grade.${grade ?? 'none'}` as 'grade.good')
  const known = effects.items.filter(({ total, reviewedTotal }) => total !== null && reviewedTotal !== null)
  const from =
    Math.floor(
      Math.min(100, ...known.map(({ reviewedTotal, total }) => Math.min(Number(reviewedTotal), Number(total)))) / 10,
    ) * 10
  const ticks = Array.from({ length: (100 - from) / 10 + 1 }, (_, at) => from + at * 10)
  return (
    <RowsChart
      title={say('review.title')}
      says={
        <p>
          {say('review.says', { reviewed: effects.reviewed, changed: effects.changed })}{' '}
          {effects.moves
            .map(({ from: one, to, filings }) =>
              say('review.moved', { from: gradeOf(one), to: gradeOf(to), n: filings }),
            )
            .join('，')}
        </p>
      }
      legend={
        <>
          <span>
            <ShapeSign shape="ring" /> {say('review.own')}
          </span>
          <span>
            <ShapeSign shape="dot" /> {say('review.reviewed')}
          </span>
        </>
      }
      from={from}
      to={100}
      ticks={ticks}
      rows={known.map(({ filing, title, total, reviewedTotal, grade, reviewedGrade }) => ({
        key: filing,
        name: title,
        href: placeOf(filing),
        label: `${title}：${say('review.own')} ${total} ${gradeOf(grade)}，${say('review.reviewed')} ${reviewedTotal} ${gradeOf(reviewedGrade)}`,
        marks: [
          { shape: 'ring', value: Number(total) },
          { shape: 'dot', value: Number(reviewedTotal) },
        ],
        figure: `${gradeOf(grade)}→${gradeOf(reviewedGrade)}`,
      }))}
      table={{
        columns: [
          { title: say('col.unit') },
          { title: say('col.total'), isNumber: true },
          { title: say('col.grade') },
          { title: say('col.reviewed'), isNumber: true },
          { title: say('col.reviewedGrade') },
          { title: say('col.deducted'), isNumber: true },
        ],
        rows: effects.items.map(({ filing, title, total, grade, reviewedTotal, reviewedGrade, deducted }) => ({
          key: filing,
          href: placeOf(filing),
          cells: [title, total ?? '', gradeOf(grade), reviewedTotal ?? '', gradeOf(reviewedGrade), deducted ?? ''],
        })),
      }}
    />
  )
}
