/** Why this score: formula, what went in, clause and how far it was read, rounding; what is wrong in this row; and what if. */

import { type ReactNode, useMemo } from 'react'
import { useGridSnapshot } from '../grid/grid-state.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { type Editor, type Judged, useJudged } from './editor.ts'
import { findingsAt } from './findings-list.tsx'
import type { WhyView } from './judgement.ts'
import { WhatIf } from './what-if.tsx'

const SCORED = /^(indicators|tasks)\[\d+\]$/

function useWhy(editor: Editor, { totals }: Judged, path: string | null): WhyView | null {
  const { lang } = usePreferences()
  // biome-ignore lint/correctness/useExhaustiveDependencies: scores that moved and another language ask anew
  return useMemo(() => (path === null ? null : (editor.judge?.why(path) ?? null)), [editor, path, totals, lang])
}

export function WhyPanel({ editor, more }: { editor: Editor; more?: ReactNode }) {
  const say = useSay()
  const judged = useJudged(editor)
  useGridSnapshot(editor.grid)
  const active = editor.grid.active
  const entity = active === null ? null : (editor.grid.sheet.rows[editor.grid.selection.anchor.row]?.entity ?? null)
  const row = entity === null ? null : `${entity.block}[${entity.index}]`
  const why = useWhy(editor, judged, row !== null && SCORED.test(row) ? row : null)
  const found = row === null ? [] : findingsAt(judged.findings, row)
  if (row === null) return <p className="soft quiet-line">{say('why.choose')}</p>
  return (
    <div className="why">
      {why !== null && <Score why={why} />}
      {found.length > 0 && (
        <section aria-label={say('why.findings')}>
          <h2>{say('why.findings')}</h2>
          <ul className="plain">
            {found.map((finding, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one place may have the same finding twice
              <li key={`${finding.key}${at}`} className="finding">
                <span className={`tag ${finding.severity}`}>{say(`severity.${finding.severity}`)}</span> {finding.text}
                {finding.advice !== null && <p className="soft">{finding.advice}</p>}
                {finding.fix !== null && finding.fix.kind === 'cell' && (
                  <button type="button" className="button" onClick={() => editor.change([finding.fix!])}>
                    {say('finding.fixTo', { text: finding.fix.to })}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {more}
      {why !== null && <WhatIf editor={editor} row={row} judged={judged} />}
    </div>
  )
}

function Score({ why }: { why: WhyView }) {
  const say = useSay()
  return (
    <section aria-label={say('why.title')}>
      <h2>{why.name}</h2>
      <dl className="score-facts">
        <div>
          <dt>{say('why.weight')}</dt>
          <dd>{why.weight ?? '—'}</dd>
        </div>
        <div>
          <dt>{say('why.printed')}</dt>
          <dd>{why.printed ?? '—'}</dd>
        </div>
        <div>
          <dt>{say('why.recomputed')}</dt>
          <dd>
            <strong>{why.recomputed ?? '—'}</strong>
          </dd>
        </div>
      </dl>
      <p>
        <span className={`tag sign-${why.sign}`}>{why.agreement}</span> {why.rule}
      </p>
      {why.achievement !== null && (
        <p>
          {say('why.achievement')} <strong className="figures">{why.achievement}</strong>
        </p>
      )}
      {why.steps.length > 0 && (
        <ol className="steps">
          {why.steps.map((step) => (
            <li key={step.say}>
              <p className="formula">{step.say}</p>
              <p className="figures">
                {step.inputs.map(({ symbol, value }) => (
                  <span key={symbol} className="input-of">
                    {symbol} = {value}
                  </span>
                ))}
                <span className="result">→ {step.result}</span>
              </p>
              {step.law.map((clause) => (
                <p key={clause} className="law">
                  {clause}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
      {why.because.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {why.readings.map(({ word, tier, band }) => (
        <p key={tier} className="figures">
          {say('why.reading', { word, tier })} → {band}
        </p>
      ))}
      {why.law.map((clause) => (
        <p key={clause} className="law">
          {clause}
        </p>
      ))}
      <p className="soft">
        {say('why.rounding')} {why.rounding}
        {why.beforeRounding !== null && ` (${say('why.before')} ${why.beforeRounding})`}
      </p>
    </section>
  )
}
