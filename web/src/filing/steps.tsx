/** What can be done with the form now: each step a button, with its reason where it cannot be taken. */

import { useState } from 'react'
import type { FilingView, Me } from '../../../src/api/types.ts'
import { eventNames, nextSteps, roleNames, type Stage, stageNames } from '../../../src/core/review/index.ts'
import type { Editor } from '../editor/editor.ts'
import { capital, useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { StepDialog } from './step-dialog.tsx'
import { mainStep, type OpenStep, openSteps } from './step-needs.ts'

export interface StepsProps {
  readonly me: Me
  readonly view: FilingView
  readonly editor: Editor
  readonly refresh: () => Promise<unknown>
}

/** The one button that stands out. */
export function MainStep(props: StepsProps) {
  const { lang } = usePreferences()
  const [isOpen, setOpen] = useState(false)
  const step = mainStep(props.view)
  if (step === null) return null
  return (
    <>
      <button type="button" className="button main" onClick={() => setOpen(true)}>
        {capital(eventNames[step.event][lang])}
      </button>
      {isOpen && <StepDialog {...props} step={step} onClose={() => setOpen(false)} />}
    </>
  )
}

export function StepsPanel(props: StepsProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const [chosen, setChosen] = useState<OpenStep | null>(null)
  const { summary, state, circumstances } = props.view
  const open = openSteps(props.view)
  return (
    <div className="steps-panel">
      <p>
        {say('steps.stage')} <strong>{stageNames[summary.stage][lang]}</strong>
      </p>
      {summary.stage === 'filling' && (
        <p className="soft figures">{say('filing.due', { day: state.extendedTo ?? circumstances.closes })}</p>
      )}
      {state.appealUntil !== null && (
        <p className="soft figures">{say('steps.appealUntil', { day: state.appealUntil })}</p>
      )}
      {open.length === 0 && <p className="soft">{say('steps.none')}</p>}
      <NextSteps stage={summary.stage} />
      <ul className="plain steps-panel">
        {open.map((step) => (
          <li key={step.event}>
            <button type="button" className="button" disabled={!step.isAllowed} onClick={() => setChosen(step)}>
              {capital(eventNames[step.event][lang])}
            </button>
            {!step.isAllowed && step.reason !== null && <span className="soft"> {step.reason[lang]}</span>}
          </li>
        ))}
      </ul>
      {chosen !== null && <StepDialog {...props} step={chosen} onClose={() => setChosen(null)} />}
    </div>
  )
}

/** What comes next, and by whom: so that nobody asks around for whom a form waits. */
export function NextSteps({ stage }: { stage: Stage }) {
  const say = useSay()
  const { lang } = usePreferences()
  const following = nextSteps(stage)
  if (following.length === 0) return null
  const listed = following.map(({ event, roles }) =>
    say('steps.by', {
      step: eventNames[event][lang],
      roles: roles.map((role) => roleNames[role][lang]).join(lang === 'zh' ? '、' : ', '),
    }),
  )
  return <p className="soft">{say('steps.next', { steps: listed.join(lang === 'zh' ? '；' : '; ') })}</p>
}
