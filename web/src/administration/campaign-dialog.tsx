/** A campaign: title, year, kind of form, layout, rules, days; of one that is there its title and days. */

import { useState } from 'react'
import type { Campaign } from '../../../src/api/types.ts'
import { editions, layouts } from '../../../src/core/rulebook/index.ts'
import { ask } from '../desk/api.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { DateField } from '../shell/date-field.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { usePreferences } from '../theme/preferences.ts'
import { useAdminSay } from './admin-texts.ts'
import { useAct } from './use-act.ts'

type Kind = Campaign['kind']

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Forms that are filled in at the end of the year: no table of targets, no monitoring, no sheet of a reviewer. */
function fillable(kind: Kind) {
  return layouts.filter((each) => each.kind === kind && each.stage === undefined)
}

/** A month to fill in, which may be changed. */
function inAMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
}

interface CampaignDialogProps {
  readonly campaign: Campaign | null
  readonly onClose: () => void
  /** Hears of a campaign that was made. */
  readonly onMade?: (made: Campaign) => void
}

export function CampaignDialog({ campaign, onClose, onMade }: CampaignDialogProps) {
  const say = useAdminSay()
  const { lang } = usePreferences()
  const lastYear = new Date().getFullYear() - 1
  const titleFor = (of: Kind, fiscalYear: string) =>
    say('campaigns.proposed', { year: fiscalYear, kind: say(`campaigns.${of}`) })
  const [kind, setKind] = useState<Kind>('department')
  const [year, setYear] = useState(String(lastYear))
  const [title, setTitle] = useState(campaign?.title ?? titleFor('department', String(lastYear)))
  const [layout, setLayout] = useState(fillable('department')[0]?.id ?? '')
  const [edition, setEdition] = useState('')
  const [opens, setOpens] = useState(campaign?.opens ?? today())
  const [closes, setCloses] = useState(campaign?.closes ?? inAMonth())
  const { error, isBusy, run } = useAct('campaigns')
  const isWhole = title.trim() !== '' && /^20\d\d$/.test(year) && opens !== '' && closes >= opens
  const begin = (nextKind: Kind, nextYear: string) => {
    setKind(nextKind)
    setYear(nextYear)
    setTitle(titleFor(nextKind, nextYear))
    if (nextKind !== kind) {
      setLayout(fillable(nextKind)[0]?.id ?? '')
      setEdition('')
    }
  }
  const save = async () => {
    let made: Campaign | null = null
    const done = await run(async () => {
      if (campaign === null) {
        made = await ask('POST /api/campaigns', {
          body: {
            title: title.trim(),
            fiscalYear: Number(year),
            kind,
            layout,
            edition: edition === '' ? null : edition,
            opens,
            closes,
          },
        })
      } else {
        await ask('PATCH /api/campaigns/:id', {
          params: { id: campaign.id },
          body: { title: title.trim(), opens, closes },
        })
      }
    })
    if (!done) return
    onClose()
    if (made !== null) onMade?.(made)
  }
  return (
    <Dialog title={say(campaign === null ? 'campaigns.add' : 'campaigns.change')} onClose={onClose}>
      <SaidRefusal error={error} />
      {campaign === null && (
        <>
          <div className="pair">
            <label className="field">
              <span className="label">{say('campaigns.year')}</span>
              <input
                className="input"
                inputMode="numeric"
                value={year}
                onChange={(event) => begin(kind, event.target.value)}
              />
            </label>
            <label className="field">
              <span className="label">{say('campaigns.kind')}</span>
              <select className="input" value={kind} onChange={(event) => begin(event.target.value as Kind, year)}>
                <option value="department">{say('campaigns.department')}</option>
                <option value="project">{say('campaigns.project')}</option>
              </select>
            </label>
          </div>
          <label className="field">
            <span className="label">{say('campaigns.layout')}</span>
            <select className="input" value={layout} onChange={(event) => setLayout(event.target.value)}>
              {fillable(kind).map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title[lang]} · {each.source[lang]}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="label">{say('campaigns.edition')}</span>
            <select className="input" value={edition} onChange={(event) => setEdition(event.target.value)}>
              <option value="">{say('campaigns.byPlace')}</option>
              {editions
                .filter((each) => each.kind === kind)
                .map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.title[lang]}
                  </option>
                ))}
            </select>
          </label>
        </>
      )}
      <label className="field">
        <span className="label">{say('campaigns.name')}</span>
        <input className="input" value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <div className="pair">
        <DateField label={say('campaigns.opens')} value={opens} onChange={setOpens} />
        <DateField label={say('campaigns.closes')} min={opens} value={closes} onChange={setCloses} />
      </div>
      <Ends act={say('admin.save')} isReady={isWhole && !isBusy} onClose={onClose} onAct={() => void save()} />
    </Dialog>
  )
}
