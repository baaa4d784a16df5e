/** What stands around every page: the name of the product, where one can go, how one likes to read. */

import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import './shell.css'
import { useMe, useSetupNeeded, useSignOut } from '../pages/session.tsx'
import { useSay } from '../texts/index.ts'
import { Icon } from './icons.tsx'
import { MenuButton } from './menu.tsx'
import { ReadingMenu } from './reading-menu.tsx'

/** Whoever looks at the forms of others. */
const reviewing = new Set([
  'unitHead',
  'supervisorReviewer',
  'budgetOfficer',
  'performanceOfficer',
  'thirdPartyReviewer',
])

const FirstPassword = lazy(async () => ({ default: (await import('../pages/first-page.tsx')).FirstPassword }))

export function Shell() {
  const say = useSay()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const navigate = useNavigate()
  const me = useMe()
  const needed = useSetupNeeded()
  const hasServer = needed === undefined ? undefined : needed !== null
  const signOut = useSignOut()
  // Until the first password is one's own there is nothing else to do; filling in on this computer needs nobody.
  const isNew = me?.mustChangePassword === true
  const seesMany = !isNew && me?.person.roles.some(({ role }) => reviewing.has(role)) === true
  const isDesk = /^\/(local|forms)\/./.test(path)
  return (
    <div className={isDesk ? 'shell is-desk' : 'shell'}>
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <header className="masthead">
        <a className="brand" href="/">
          <img src="/mark.svg" alt="" width="24" height="24" />
          {say('product.name')}
        </a>
        <nav aria-label={say('shell.nav')}>
          {me != null && (
            <Link to="/" activeOptions={{ exact: true }}>
              {say('nav.home')}
            </Link>
          )}
          {seesMany && <Link to="/review">{say('nav.queue')}</Link>}
          {me != null && seesMany && <Link to="/insight">{say('nav.insight')}</Link>}
          {me != null && !isNew && me.rights.length > 0 && <Link to="/admin">{say('nav.admin')}</Link>}
          <Link to="/local">{say('nav.local')}</Link>
          {me !== undefined && hasServer === true && <a href="/public">{say('nav.public')}</a>}
        </nav>
        {me != null && (
          <MenuButton
            label={`${me.person.name} ${say('person.menu')}`}
            shown={
              <>
                <Icon name="person" />
                <span className="person-name">{me.person.name}</span>
              </>
            }
            atEnd
            items={[
              { label: say('tokens.menu'), onChoose: () => void navigate({ to: '/tokens' }) },
              { label: say('password.title'), onChoose: () => void navigate({ to: '/password' }) },
              { label: say('login.out'), onChoose: () => void signOut().then(() => navigate({ to: '/' })) },
            ]}
          />
        )}
        <ReadingMenu />
      </header>
      <main id="main" tabIndex={-1}>
        {isNew && !path.startsWith('/local') ? (
          <Suspense fallback={<p className="page soft">{say('page.loading')}</p>}>
            <FirstPassword />
          </Suspense>
        ) : (
          <Outlet />
        )}
      </main>
    </div>
  )
}
