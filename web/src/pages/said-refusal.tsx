/** What the server refused, in the words it gave; or that it was not there. */

import { Refused } from '../desk/api.ts'
import { Unreachable } from '../desk/source.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

export function SaidRefusal({ error }: { error: unknown }) {
  const say = useSay()
  const { lang } = usePreferences()
  if (error === null || error === undefined) return null
  const text =
    error instanceof Refused
      ? [error.title[lang], error.detail].filter((part) => part !== null && part !== '').join(' · ')
      : say(error instanceof Unreachable ? 'refusal.unreachable' : 'refusal.unknown')
  return (
    <p className="notice error" role="alert">
      {text}
    </p>
  )
}
