/** What stands around every page: the name of the product, where one can go, how one likes to read. */

import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import './shell.css'
import { useSay } from '../texts/index.ts'
import { ReadingMenu } from './reading-menu.tsx'

export function Shell() {
  const say = useSay()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const isDesk = /^\/(local|forms)\/./.test(path)
  useEffect(() => {
    document.title = say('product.name')
  }, [say])
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
          <Link to="/local">{say('nav.local')}</Link>
        </nav>
        <ReadingMenu />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
