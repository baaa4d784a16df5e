/** What a page says to somebody who is not signed in. */

import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'

export function NeedsSignIn() {
  const say = useSay()
  usePageTitle(say('login.title'))
  return (
    <p className="page">
      {say('filing.signIn')} <a href="/">{say('login.title')}</a>
    </p>
  )
}
