/** A stock phrase of reviewers, set before what was typed. */

import { type Phrase, phrases, withPhrase } from '../../../src/core/review/index.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

interface PhraseChoiceProps {
  /** Id of the phrase that is shown as chosen. */
  readonly value?: string
  /** What stands in the text now. */
  readonly typed: string
  /** The text with the phrase, and which it is; null where none is chosen again. */
  readonly onChoose: (text: string, phrase: Phrase | null) => void
}

export function PhraseChoice({ value = '', typed, onChoose }: PhraseChoiceProps) {
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
          onChoose(withPhrase(typed, phrase?.text[lang] ?? ''), phrase)
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
