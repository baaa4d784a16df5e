/** What the administration asks for: units and people of a region, by their names. */

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Organisation } from '../../../src/api/types.ts'
import { all } from '../desk/lists.ts'
import { useMe } from '../pages/session.tsx'

export interface Units {
  readonly units: readonly Organisation[]
  readonly byId: ReadonlyMap<string, Organisation>
  readonly isLoading: boolean
  readonly error: unknown
}

export function useUnits(): Units {
  const { data, isLoading, error } = useQuery({
    queryKey: ['organisations'],
    queryFn: () => all('GET /api/organisations'),
  })
  return useMemo(() => {
    const units = data ?? []
    return { units, byId: new Map(units.map((unit) => [unit.id, unit])), isLoading, error }
  }, [data, isLoading, error])
}

/** The region that is administered: one's own, or of whoever looks after the installation the one that has units. */
export function useRegion(): string | undefined {
  const me = useMe()
  const { units } = useUnits()
  return me?.rights.includes('install') === true ? units[0]?.region : me?.person.region
}

export function usePeople() {
  const region = useRegion()
  return useQuery({
    queryKey: ['people', region],
    queryFn: () => all('GET /api/people', region === undefined ? {} : { region }),
  })
}

/** Below its superiors, each level by name: the order of a tree read from top to bottom. */
export function inTreeOrder(units: readonly Organisation[]): readonly Organisation[] {
  const byParent = new Map<string | null, Organisation[]>()
  const known = new Set(units.map(({ id }) => id))
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : null
    byParent.set(parent, [...(byParent.get(parent) ?? []), unit])
  }
  const ordered: Organisation[] = []
  const visit = (parent: string | null) => {
    const below = (byParent.get(parent) ?? []).sort((one, other) => one.name.localeCompare(other.name, 'zh'))
    for (const unit of below) {
      ordered.push(unit)
      visit(unit.id)
    }
  }
  visit(null)
  return ordered
}

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password that can be read aloud: no l, no 1, no o, no 0. */
export function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(14))
  return Array.from(bytes, (byte, at) => `${at === 7 ? '-' : ''}${signs[byte % signs.length]}`).join('')
}
