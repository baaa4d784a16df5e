/** One step: what it asks for, and what stands against it. What was typed is sent before it. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type EventKind, eventNames, stageNames } from '../../../src/core/review/index.ts'
import { type AnswerOf, ask } from '../desk/api.ts'
import { useJudged } from '../editor/editor.ts'
import type { FindingView } from '../editor/judgement.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { DateField } from '../shell/date-field.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { capital, type TextKey, useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { explanationOf } from './explained.ts'
import { AnswerFields, AppealFields, type Filled, ReviewerFields } from './step-fields.tsx'
import type { OpenStep } from './step-needs.ts'
import type { StepsProps } from './steps.tsx'

type CheckItem = AnswerOf<'GET /api/filings/:id/publication-check'>['items'][number]

/** What the day that a step asks for is the last of. */
const untilOf: Partial<Record<EventKind, TextKey>> = {
  completeReview: 'steps.untilAppeal',
  notifyRectification: 'steps.untilRectified',
  returnRectification: 'steps.untilRectified',
  extend: 'steps.untilFilled',
}

/** What is written to go with a step, where it is no mere reason. */
const writtenOf: Partial<Record<EventKind, TextKey>> = {
  return: 'steps.whyReturned',
  notifyRectification: 'steps.toRectify',
  answerRectification: 'steps.rectified',
  returnRectification: 'steps.stillToRectify',
}

function isWhole({ needs }: OpenStep, filled: Filled, items: readonly CheckItem[] | undefined): boolean {
  return (
    (!needs.has('reason') || (filled.reason ?? '').trim() !== '') &&
    (!needs.has('laterDay') || (filled.until ?? '') !== '') &&
    (!needs.has('reviewersNamed') || (filled.reviewers ?? []).length > 0) &&
    (!needs.has('pointsNamed') || (filled.points ?? []).length > 0) &&
    (!needs.has('pointOpen') || (filled.row !== undefined && filled.answer !== undefined)) &&
    (!needs.has('allConfirmed') || (items?.every(({ key }) => filled.confirmed?.includes(key)) ?? false))
  )
}

export function StepDialog({
  me,
  view,
  editor,
  refresh,
  step,
  onClose,
}: StepsProps & { step: OpenStep; onClose: () => void }) {
  const say = useSay()
  const { lang } = usePreferences()
  const { findings } = useJudged(editor)
  const { id } = view.summary
  const [filled, setFilled] = useState<Filled>({})
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const fill = (more: Filled) => setFilled((before) => ({ ...before, ...more }))
  const { data: check } = useQuery({
    queryKey: ['publication-check', id],
    queryFn: () => ask('GET /api/filings/:id/publication-check', { params: { id } }),
    enabled: step.needs.has('allConfirmed'),
  })
  const isOpen = (finding: FindingView) =>
    finding.severity === 'error' && explanationOf(finding, editor.document.snapshot().draft, view.comments) === null
  const errors = step.event === 'submit' ? findings.filter(isOpen).length : 0
  const take = async () => {
    setBusy(true)
    setError(null)
    try {
      await editor.document.flush()
      await ask('POST /api/filings/:id/events', { params: { id }, body: { event: step.event, ...filled } })
      await refresh()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={capital(eventNames[step.event][lang])} onClose={onClose}>
      <SaidRefusal error={error} />
      {step.event === 'submit' && <p>{errors > 0 ? say('submit.errors', { n: errors }) : say('submit.clean')}</p>}
      {step.to !== null && <p className="soft">{say('steps.leadsTo', { stage: stageNames[step.to][lang] })}</p>}
      {step.needs.has('pointsNamed') && <AppealFields view={view} editor={editor} fill={fill} filled={filled} />}
      {step.needs.has('pointOpen') && <AnswerFields view={view} editor={editor} fill={fill} filled={filled} />}
      {step.needs.has('reviewersNamed') && <ReviewerFields me={me} fill={fill} filled={filled} />}
      {step.needs.has('reason') && (
        <label className="field">
          <span className="label">{say(writtenOf[step.event] ?? 'steps.reason')}</span>
          <textarea
            className="input"
            value={filled.reason ?? ''}
            onChange={(event) => fill({ reason: event.target.value })}
          />
        </label>
      )}
      {step.needs.has('laterDay') && (
        <DateField
          label={say(untilOf[step.event] ?? 'steps.until')}
          min={view.circumstances.today}
          value={filled.until ?? ''}
          onChange={(until) => fill({ until })}
        />
      )}
      {step.needs.has('allConfirmed') && (
        <div className="confirm-items">
          {check?.items.length === 0 && <p>{say('publish.nothing')}</p>}
          {check?.items.map((item) => (
            <label key={item.key}>
              <input
                type="checkbox"
                checked={filled.confirmed?.includes(item.key) ?? false}
                onChange={(event) => {
                  const others = (filled.confirmed ?? []).filter((each) => each !== item.key)
                  fill({ confirmed: event.target.checked ? [...others, item.key] : others })
                }}
              />{' '}
              {item.text[lang]} <q>{item.excerpt}</q>
            </label>
          ))}
        </div>
      )}
      <Ends
        act={capital(eventNames[step.event][lang])}
        isReady={!isBusy && isWhole(step, filled, check?.items)}
        onClose={onClose}
        onAct={() => void take()}
      />
    </Dialog>
  )
}
