/** A session that has ended while a form is open: one signs in again where one stands, and what was typed goes out. */

import { useState, useSyncExternalStore } from 'react'
import type { Me } from '../../../src/api/types.ts'
import { logIn } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import { SaidRefusal } from '../pages/said-refusal.tsx'
import { useSignedIn } from '../pages/session.tsx'
import { useSay } from '../texts/index.ts'

export function SignInAgain({ me, editor }: { me: Me; editor: Editor }) {
  const say = useSay()
  const { keeping } = useSyncExternalStore(editor.document.subscribe, editor.document.snapshot)
  const signedIn = useSignedIn()
  const [error, setError] = useState<unknown>(null)
  if (keeping !== 'signedOut') return null
  const { login } = me.person
  const enter = async (password: string) => {
    setError(null)
    try {
      signedIn(await logIn(login, password))
      await editor.document.flush()
      document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <form
      className="notice warning sign-in-again"
      onSubmit={(event) => {
        event.preventDefault()
        void enter(String(new FormData(event.currentTarget).get('password')))
      }}
    >
      <p role="alert">{say('again.says')}</p>
      <SaidRefusal error={error} />
      <div className="again-fields">
        <label>
          {say('login.name')} <input className="input" name="login" autoComplete="username" value={login} readOnly />
        </label>
        <label>
          {say('login.password')}{' '}
          <input className="input" name="password" type="password" autoComplete="current-password" required />
        </label>
        <button type="submit" className="button main">
          {say('login.act')}
        </button>
      </div>
    </form>
  )
}
