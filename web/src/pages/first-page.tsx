/** The first page: the first run, signing in, or what is to be done; and the way to fill in without a server. */

import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ask, logIn, setUp } from '../desk/api.ts'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'
import { Home } from './home.tsx'
import './pages.css'
import { SaidRefusal } from './said-refusal.tsx'
import { useMe, useSetupNeeded, useSignedIn } from './session.tsx'

export function FirstPage() {
  const say = useSay()
  const me = useMe()
  const needed = useSetupNeeded()
  if (me === undefined || needed === undefined) return <p className="page soft">{say('page.loading')}</p>
  if (me !== null) return <Home me={me} />
  return (
    <div className="page entrance">
      <header>
        <h1>{say('entrance.title')}</h1>
        <p className="soft">{say('entrance.hint')}</p>
      </header>
      <div className="entrance-ways">
        {needed === null ? <NoServer /> : needed ? <SetUp /> : <LogIn />}
        <div className="entrance-others">
          <section className="card entrance-local">
            <h2>{say('local.title')}</h2>
            <p>{say('local.hint')}</p>
            <Link className="button" to="/local">
              {say('entrance.local')}
            </Link>
          </section>
          {needed !== null && (
            <section className="card entrance-local">
              <h2>{say('nav.public')}</h2>
              <p>{say('entrance.publicHint')}</p>
              <a className="button" href="/public">
                {say('entrance.public')}
              </a>
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

function NoServer() {
  const say = useSay()
  return <p className="notice warning">{say('refusal.unreachable')}</p>
}

interface EntranceFormProps {
  readonly title?: string
  readonly act: string
  readonly children: ReactNode
  readonly onSubmit: (data: FormData) => Promise<void>
}

function EntranceForm({ title, act, children, onSubmit }: EntranceFormProps) {
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    onSubmit(new FormData(event.currentTarget)).then(
      () => setBusy(false),
      (problem: unknown) => {
        setError(problem)
        setBusy(false)
      },
    )
  }
  return (
    <form className="card entrance-form" onSubmit={submit}>
      {title !== undefined && <h2>{title}</h2>}
      <SaidRefusal error={error} />
      {children}
      <button type="submit" className="button main" disabled={isBusy}>
        {act}
      </button>
    </form>
  )
}

/** The first password, which somebody else gave, must be changed before anything else. */
export function FirstPassword() {
  return <NewPassword isFirst />
}

export function NewPassword({ isFirst = false }: { isFirst?: boolean }) {
  const say = useSay()
  const navigate = useNavigate()
  const me = useMe()
  const signedIn = useSignedIn()
  usePageTitle(say('password.title'))
  return (
    <div className="page entrance">
      <h1>{say('password.title')}</h1>
      <EntranceForm
        act={say('password.act')}
        onSubmit={async (data) => {
          const body = { current: String(data.get('current')), next: String(data.get('next')) }
          await ask('POST /api/me/password', { body })
          // The server ends every session of the old password, this one too.
          signedIn(await logIn(me?.person.login ?? '', body.next))
          await navigate({ to: '/' })
        }}
      >
        {isFirst && <p>{say('password.first')}</p>}
        <Input name="current" label={say('password.current')} type="password" autoComplete="current-password" />
        <Input
          name="next"
          label={say('password.next')}
          hint={say('password.rule')}
          type="password"
          autoComplete="new-password"
        />
      </EntranceForm>
    </div>
  )
}

interface InputProps {
  readonly name: string
  readonly label: string
  readonly type?: string
  readonly autoComplete: string
  readonly hint?: string
  readonly value?: string
}

function Input({ name, label, type = 'text', autoComplete, hint, value }: InputProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      {hint !== undefined && <span className="soft">{hint}</span>}
      <input className="input" name={name} type={type} autoComplete={autoComplete} defaultValue={value} required />
    </label>
  )
}

function LogIn() {
  const say = useSay()
  usePageTitle(say('login.title'))
  const signedIn = useSignedIn()
  return (
    <EntranceForm
      title={say('login.title')}
      act={say('login.act')}
      onSubmit={async (data) => signedIn(await logIn(String(data.get('login')), String(data.get('password'))))}
    >
      <Input name="login" label={say('login.name')} autoComplete="username" />
      <Input name="password" label={say('login.password')} type="password" autoComplete="current-password" />
    </EntranceForm>
  )
}

function SetUp() {
  const say = useSay()
  const signedIn = useSignedIn()
  const navigate = useNavigate()
  usePageTitle(say('setup.title'))
  return (
    <EntranceForm
      title={say('setup.title')}
      act={say('setup.act')}
      onSubmit={async (data) => {
        signedIn(await setUp(String(data.get('token')), String(data.get('password'))))
        await navigate({ to: '/' })
      }}
    >
      <Input
        name="token"
        label={say('setup.token')}
        hint={say('setup.tokenHint')}
        autoComplete="one-time-code"
        // The terminal prints an address that brings it along.
        value={window.location.hash.slice(1)}
      />
      <Input
        name="password"
        label={say('setup.password')}
        hint={say('setup.passwordHint')}
        type="password"
        autoComplete="new-password"
      />
    </EntranceForm>
  )
}
