/** An empty form: whose layout, which year, whose name. */

import { useState } from 'react'
import { blankDraft, type Draft } from '../../../src/core/draft/index.ts'
import { layouts } from '../../../src/core/rulebook/index.ts'
import { newId } from '../desk/ids.ts'
import { Dialog } from '../shell/dialog.tsx'
import { Ends } from '../shell/ends.tsx'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

interface NewFormProps {
  readonly onMade: (title: string, draft: Draft) => void
  readonly onClose: () => void
}

export function NewForm({ onMade, onClose }: NewFormProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const [layout, setLayout] = useState('shenzhen-department')
  const [year, setYear] = useState(String(new Date().getFullYear() - 1))
  const [name, setName] = useState('')
  const isYear = /^(19|20)\d\d$/.test(year)
  return (
    <Dialog title={say('local.new')} onClose={onClose}>
      <label className="field">
        <span className="label">{say('new.layout')}</span>
        <select className="input" value={layout} onChange={(event) => setLayout(event.target.value)}>
          {layouts.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[lang]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">{say('new.year')}</span>
        <input className="input" inputMode="numeric" value={year} onChange={(event) => setYear(event.target.value)} />
      </label>
      <label className="field">
        <span className="label">{say('new.name')}</span>
        <input className="input" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <Ends
        act={say('new.make')}
        isReady={isYear}
        onClose={onClose}
        onAct={() => {
          const head = name === '' ? {} : { department: name }
          const draft = blankDraft({ layout, edition: null, fiscalYear: Number(year), head }, newId)
          onMade(name === '' ? `${draft.head.cells['title'] ?? ''} ${year}` : `${name} · ${year}`, draft)
        }}
      />
    </Dialog>
  )
}
