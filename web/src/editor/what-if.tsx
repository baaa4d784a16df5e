/** What if: another value, another weight, other rules. Nothing of it is written into the form. */

import { useEffect, useMemo, useState } from 'react'
import { cellAtPath } from '../../../src/core/draft/index.ts'
import { cellAt } from '../../../src/core/model/index.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import type { Editor, Judged } from './editor.ts'

interface WhatIfProps {
  readonly editor: Editor
  readonly row: string
  readonly judged: Judged
}

const fields = ['actual', 'target', 'weight', 'score'] as const

export function WhatIf(props: WhatIfProps) {
  const say = useSay()
  return (
    <details className="what-if">
      <summary>{say('whatIf.title')}</summary>
      {/* Another row begins anew. */}
      <Trying key={props.row} {...props} />
    </details>
  )
}

function Trying({ editor, row, judged }: WhatIfProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const { draft, form } = editor.document.snapshot()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [edition, setEdition] = useState('')
  const [editions, setEditions] = useState<readonly { readonly id: string; readonly title: string }[]>([])
  const shown = row.startsWith('indicators') ? fields : []

  useEffect(() => {
    void import('../../../src/core/rulebook/editions/index.ts').then((all) =>
      setEditions(all.editions.map(({ id, title }) => ({ id, title: title[lang] }))),
    )
  }, [lang])

  const totals = useMemo(() => {
    const trials = Object.entries(texts).flatMap(([field, to]) => {
      const address = cellAtPath(draft, `${row}.${field}`)
      return address === null ? [] : [{ ...address, to }]
    })
    if (trials.length === 0 && edition === '') return null
    return editor.judge?.whatIf(trials, edition === '' ? null : edition) ?? null
  }, [texts, edition, editor, row, draft])

  return (
    <div className="what-if-fields">
      {shown.map((field) => (
        <label key={field} className="field">
          <span className="label">{say(`column.${field}`)}</span>
          <input
            className="input"
            value={texts[field] ?? cellAt(form, `${row}.${field}`)?.raw ?? ''}
            onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
          />
        </label>
      ))}
      <label className="field wide">
        <span className="label">{say('whatIf.edition')}</span>
        <select className="input" value={edition} onChange={(event) => setEdition(event.target.value)}>
          <option value="">{judged.totals?.edition ?? ''}</option>
          {editions.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p className="wide figures" aria-live="polite">
        {totals === null
          ? say('whatIf.hint')
          : say('whatIf.result', {
              recomputed: totals.recomputed,
              grades: totals.grades,
              added: totals.added,
            })}
      </p>
    </div>
  )
}
