/** What a page says to somebody who is not signed in. */

import { useSay } from '../texts/index.ts'

export function NeedsSignIn() {
  const say = useSay()
  return (
    <p className="page">
      {say('filing.signIn')} <a href="/">{say('login.title')}</a>
    </p>
  )
}
