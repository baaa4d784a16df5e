/** The year on one A4 page: the figures in plain sentences, three small charts, what is to be decided. Made to be printed. */

import type { Campaign } from '../../../src/api/types.ts'
import { Exact } from '../../../src/core/model/index.ts'
import { HouseLink } from '../charts/house-link.tsx'
import { NeedsSignIn } from '../pages/needs-sign-in.tsx'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useMe } from '../pages/session.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { CampaignChoice, useCampaign } from './campaign-choice.tsx'
import { type DecisionKind, decisionsOf, type YearSeen } from './decisions.ts'
import { useFilingsOf, useProgress, useReviewEffects, useView, useYears, type ViewOf } from './insight-data.ts'
import { useInsightSay } from './insight-texts.ts'
import { lossesOf } from './losses.tsx'
import { SmallColumns } from './small-columns.tsx'
import '../pages/pages.css'
import './insight.css'
import './year.css'
import { useYearSay } from './year-texts.ts'

export function YearPage() {
  const say = useSay()
  const me = useMe()
  const campaign = useCampaign()
  const sayInsight = useInsightSay()
  usePageTitle(sayInsight('insight.page'))
  if (me === null) return <NeedsSignIn />
  if (me === undefined || campaign === undefined) return <p className="page soft">{say('page.loading')}</p>
  if (campaign === null) return <p className="page">{sayInsight('insight.none')}</p>
  return <Asked key={campaign.id} campaign={campaign} />
}

function Asked({ campaign }: { campaign: Campaign }) {
  const say = useSay()
  const sayInsight = useInsightSay()
  const sayYear = useYearSay()
  const view = useView(campaign.id)
  const filings = useFilingsOf(campaign.id)
  const progress = useProgress(campaign.id)
  const effects = useReviewEffects(campaign.id)
  const years = useYears()
  const error = [view, filings, progress, effects, years].find((asked) => asked.error !== null)?.error ?? null
  const isWhole = view.data != null && filings.data && progress.data && effects.data && years.data
  return (
    <div className="page year">
      <div className="section-head year-acts">
        <HouseLink href={`/insight?campaign=${campaign.id}`}>← {sayInsight('rows.back')}</HouseLink>
        <div className="insight-ways">
          <CampaignChoice campaign={campaign} />
          <button type="button" className="button main" onClick={() => window.print()}>
            {sayYear('year.print')}
          </button>
        </div>
      </div>
      <SaidRefusal error={error} />
      {isWhole ? (
        <Sheet
          campaign={campaign}
          seen={{ view: view.data!, filings: filings.data!, progress: progress.data!, effects: effects.data! }}
          years={years.data!}
        />
      ) : (
        error === null && <p className="soft">{say('page.loading')}</p>
      )}
    </div>
  )
}

const grades = ['excellent', 'good', 'fair', 'poor'] as const

function Sheet({ campaign, seen, years }: { campaign: Campaign; seen: YearSeen; years: readonly ViewOf[] }) {
  const say = useYearSay()
  const sayInsight = useInsightSay()
  const { lang } = usePreferences()
  const { view, progress, effects } = seen
  const decisions = decisionsOf(seen)
  const losses = lossesOf(view)
  const between = lang === 'zh' ? '、' : ', '
  const before = years.find(({ key }) => key === String(campaign.fiscalYear - 1))?.view.average ?? null
  const moved = before === null || view.average === null ? null : Exact.of(view.average).minus(Exact.of(before))
  const sentences = [
    say('year.1', {
      forms: progress.filings,
      submitted: progress.submitted,
      graded: view.withTotal,
      average: view.average ?? '—',
      low: view.recomputed?.least ?? '—',
      high: view.recomputed?.most ?? '—',
    }),
    say('year.2', Object.fromEntries(grades.map((grade) => [grade, view.grades[grade] ?? 0]))),
    ...(view.executionRate === null
      ? []
      : [say('year.3', { budgeted: view.budgeted, executed: view.executed, rate: view.executionRate })]),
    ...(losses.length === 0
      ? []
      : [
          say('year.4', {
            lost: Exact.sum(losses.map(({ lost }) => lost)).toFixed(2),
            kinds: losses
              .slice(0, 3)
              .map(({ name, lost }) => say('year.kind', { name, lost: lost.toFixed(2) }))
              .join(between),
          }),
        ]),
    ...(moved === null
      ? []
      : [
          moved.isZero
            ? say('year.same', { before: campaign.fiscalYear - 1 })
            : say('year.5', {
                before: campaign.fiscalYear - 1,
                moved: say(moved.isNegative ? 'year.down' : 'year.up'),
                by: moved.abs().toFixed(2),
              }),
        ]),
  ]
  const figures = [
    [say('year.forms'), String(progress.filings)],
    [say('year.submitted'), String(progress.submitted)],
    [say('year.average'), view.average ?? '—'],
    [say('year.rate'), view.executionRate === null ? '—' : `${view.executionRate}%`],
    [say('year.excellent'), String(view.grades.excellent)],
    [say('year.changed'), String(effects.changed)],
  ] as const
  return (
    <article className="sheet-a4">
      <header>
        <h1>{campaign.title}</h1>
        <p className="soft">{say('year.as', { day: progress.today })}</p>
      </header>
      <dl className="year-figures">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{figure}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{say('year.situation')}</h2>
        <p>{sentences.join(lang === 'zh' ? '' : ' ')}</p>
      </section>
      <div className="year-charts">
        <SmallColumns
          title={sayInsight('grades.title')}
          columns={grades.map((grade) => ({ name: sayInsight(`grade.${grade}`), value: view.grades[grade] ?? 0 }))}
        />
        <SmallColumns
          title={sayInsight('pareto.title')}
          columns={losses.slice(0, 4).map(({ name, lost }) => ({
            name: name.replace(/指标$/, ''),
            value: Number(lost.toFixed(1)),
          }))}
        />
        <SmallColumns
          title={sayInsight('threeYears.title')}
          columns={[2, 1, 0].flatMap((back) => {
            const year = String(campaign.fiscalYear - back)
            const average = years.find(({ key }) => key === year)?.view.average
            return average == null ? [] : [{ name: year, value: Number(average) }]
          })}
        />
      </div>
      <section>
        <h2>{say('year.decide')}</h2>
        {decisions.length === 0 ? (
          <p>{say('year.nothing')}</p>
        ) : (
          <ol className="decisions">
            {decisions.map(({ kind, n, names, data }) => (
              <li key={kind}>
                {say(`decide.${kind satisfies DecisionKind}`, { n, ...data })}{' '}
                {names.length > 0 && (
                  <span className="soft">
                    {say('decide.first', { names: `${names.join(between)}${n > names.length ? '…' : ''}` })}
                  </span>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      <footer className="soft">{say('year.trust')}</footer>
    </article>
  )
}
