/** The layouts that are built in: each as an empty form, and where it was seen. */

import { useMemo, useState } from 'react'
import { blankDraft } from '../../../src/core/draft/index.ts'
import { layouts } from '../../../src/core/rulebook/index.ts'
import { newId } from '../desk/ids.ts'
import { FormFrame } from '../filing/form-frame.tsx'
import '../filing/filing.css'
import { usePreferences } from '../theme/preferences.ts'
import { useAdminSay } from './admin-texts.ts'

export function LayoutsPart() {
  const say = useAdminSay()
  const { lang } = usePreferences()
  const [id, setId] = useState(layouts[0]!.id)
  const layout = layouts.find((each) => each.id === id)!
  const empty = useMemo(
    () => blankDraft({ layout: id, edition: null, fiscalYear: new Date().getFullYear() - 1 }, newId),
    [id],
  )
  return (
    <>
      <p className="soft">{say('layouts.hint')}</p>
      <label className="field">
        <span className="label">{say('layouts.choose')}</span>
        <select className="input" value={id} onChange={(event) => setId(event.target.value)}>
          {layouts.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title[lang]}
            </option>
          ))}
        </select>
      </label>
      <p>
        {say('layouts.source')}：{layout.source[lang]}
      </p>
      <FormFrame draft={empty} label={layout.title[lang]} />
    </>
  )
}
