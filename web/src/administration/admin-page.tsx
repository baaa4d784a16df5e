/** The administration: its parts at the side, one of them shown. */

import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import type { Me } from '../../../src/api/types.ts'
import { NeedsSignIn } from '../pages/needs-sign-in.tsx'
import { useMe } from '../pages/session.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'
import '../pages/pages.css'
import './admin.css'
import '../charts/charts.css'
import { type AdminSay, useAdminSay } from './admin-texts.ts'

interface Part {
  readonly id: string
  readonly name: Parameters<AdminSay>[0]
  /** One of these rights opens it. */
  readonly rights: readonly Me['rights'][number][]
  readonly Shown: ComponentType
}

const parts: readonly Part[] = [
  {
    id: 'people',
    name: 'admin.people',
    rights: ['administer'],
    Shown: lazy(async () => ({ default: (await import('./people-part.tsx')).PeoplePart })),
  },
  {
    id: 'units',
    name: 'admin.units',
    rights: ['administer'],
    Shown: lazy(async () => ({ default: (await import('./units-part.tsx')).UnitsPart })),
  },
  {
    id: 'regions',
    name: 'admin.regions',
    rights: ['install'],
    Shown: lazy(async () => ({ default: (await import('./regions-part.tsx')).RegionsPart })),
  },
  {
    id: 'campaigns',
    name: 'admin.campaigns',
    rights: ['runCampaigns'],
    Shown: lazy(async () => ({ default: (await import('./campaigns-part.tsx')).CampaignsPart })),
  },
  {
    id: 'jobs',
    name: 'admin.jobs',
    rights: ['runCampaigns'],
    Shown: lazy(async () => ({ default: (await import('./jobs-part.tsx')).JobsPart })),
  },
  {
    id: 'record',
    name: 'admin.record',
    rights: ['administer', 'runCampaigns'],
    Shown: lazy(async () => ({ default: (await import('./record-part.tsx')).RecordPart })),
  },
  {
    id: 'editions',
    name: 'admin.editions',
    rights: ['administer', 'runCampaigns'],
    Shown: lazy(async () => ({ default: (await import('./editions-part.tsx')).EditionsPart })),
  },
  {
    id: 'layouts',
    name: 'admin.layouts',
    rights: ['administer', 'runCampaigns'],
    Shown: lazy(async () => ({ default: (await import('./layouts-part.tsx')).LayoutsPart })),
  },
  {
    id: 'system',
    name: 'admin.system',
    rights: ['administer', 'runCampaigns'],
    Shown: lazy(async () => ({ default: (await import('./system-part.tsx')).SystemPart })),
  },
]

export function AdminPage() {
  const me = useMe()
  const say = useSay()
  const sayAdmin = useAdminSay()
  const { part } = useParams({ strict: false }) as { readonly part?: string }
  usePageTitle(sayAdmin(parts.find(({ id }) => id === part)?.name ?? 'admin.title'))
  if (me === null) return <NeedsSignIn />
  if (me === undefined) return <p className="page soft">{say('page.loading')}</p>
  const open = parts.filter(({ rights }) => rights.some((right) => me.rights.includes(right)))
  const shown = open.find(({ id }) => id === part) ?? open[0]
  if (shown === undefined) return <p className="page">{sayAdmin('admin.none')}</p>
  return (
    <div className="page admin">
      <nav className="admin-nav" aria-label={sayAdmin('admin.nav')}>
        <h2>{sayAdmin('admin.title')}</h2>
        <ul className="plain">
          {open.map(({ id, name }) => (
            <li key={id}>
              <Link
                to="/admin/$part"
                params={{ part: id }}
                {...(id === shown.id ? { 'aria-current': 'page' as const, className: 'active' } : {})}
              >
                {sayAdmin(name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="admin-part">
        <h1>{sayAdmin(shown.name)}</h1>
        <Suspense fallback={<p className="soft">{say('page.loading')}</p>}>
          <shown.Shown />
        </Suspense>
      </div>
    </div>
  )
}
