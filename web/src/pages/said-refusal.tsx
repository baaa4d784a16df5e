/** What the server refused, in the words it gave; or that it was not there. */

import { Refused } from '../desk/api.ts'
import { Unreachable } from '../desk/source.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

/** A detail that is one word of the interface, `noErrors`, says nothing to people beyond the title. */
function isForPrograms(detail: string): boolean {
  return /^[a-z]*[a-zA-Z0-9-]*$/.test(detail)
}

export function SaidRefusal({ error }: { error: unknown }) {
  const say = useSay()
  const { lang } = usePreferences()
  if (error === null || error === undefined) return null
  const text =
    error instanceof Refused
      ? [error.title[lang], error.detail].filter((part) => part !== null && !isForPrograms(part)).join(' · ')
      : say(error instanceof Unreachable ? 'refusal.unreachable' : 'refusal.unknown')
  return (
    <p className="notice error" role="alert">
      {text} {error instanceof Refused && error.code === 'not-signed-in' && <a href="/">{say('login.title')}</a>}
    </p>
  )
}
