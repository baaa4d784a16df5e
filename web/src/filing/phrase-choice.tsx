/** A stock phrase of reviewers, taken for a text that is completed by hand. */

import { type Phrase, phrases } from '../../../src/core/review/index.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

interface PhraseChoiceProps {
  /** Id of the phrase that is shown as chosen. */
  readonly value?: string
  /** Null where none is chosen again. */
  readonly onChoose: (phrase: Phrase | null, text: string) => void
}

export function PhraseChoice({ value = '', onChoose }: PhraseChoiceProps) {
  const say = useSay()
  const { lang } = usePreferences()
  return (
    <label className="field">
      <span className="label">{say('assess.phrase')}</span>
      <select
        className="input"
        value={value}
        onChange={({ target }) => {
          const phrase = phrases.find(({ id }) => id === target.value) ?? null
          onChoose(phrase, phrase?.text[lang] ?? '')
        }}
      >
        <option value="">—</option>
        {phrases.map(({ id, title }) => (
          <option key={id} value={id}>
            {title[lang]}
          </option>
        ))}
      </select>
    </label>
  )
}
