/** Departments and units of a region from a sheet, each below the one it names: looked at line by line, then taken whole or not at all. */

import { insertOrganisations, listOrganisations, type Organisation, type OrganisationKind } from '../../store/index.ts'
import type { Office } from './office.ts'
import { regionFor } from './organisations.ts'
import { Problem } from './problem.ts'
import { type SheetAsked, type SheetRow, sheetRows } from './sheet-rows.ts'
import { demandAdministrator, type Viewer } from './viewer.ts'

const columns = {
  name: ['名称', '单位名称', '单位'],
  kind: ['类型', '单位类型'],
  parent: ['上级', '上级单位', '主管部门'],
} as const
const kinds: Readonly<Record<string, OrganisationKind>> = {
  部门: 'department',
  主管部门: 'department',
  单位: 'unit',
  '': 'unit',
}

/**
 * Why a line cannot be taken: no name; a kind that is neither department nor unit; a superior that is neither there nor in the
 * sheet; a department below another than the bureau; a name that an earlier line has.
 */
export const treeFaults = ['name', 'kind', 'parent', 'above', 'double'] as const
export type TreeFault = (typeof treeFaults)[number]

export interface TreeLine {
  /** As the file counts its rows, from 1. */
  readonly line: number
  readonly name: string
  readonly kind: string
  readonly parent: string
  /** `kept`: is there, and stays as it is. */
  readonly state: 'new' | 'kept' | 'refused'
  readonly why: TreeFault | null
}

export interface TreeImport {
  /** Whether the new ones were made: never while a line is refused. */
  readonly taken: boolean
  readonly created: number
  readonly kept: number
  readonly lines: readonly TreeLine[]
}

/** Places each line in the tree; the organisations that are new, superiors before what lies below them. */
function planTree(
  rows: readonly SheetRow<keyof typeof columns>[],
  there: readonly Organisation[],
  newId: () => string,
) {
  const bureau = there.find(({ kind }) => kind === 'financeBureau')
  if (bureau === undefined) throw new Problem('not-found')
  const byName = new Map(there.map((one) => [one.name, one]))
  const made: Organisation[] = []
  const told = new Map<number, { readonly state: TreeLine['state']; readonly why: TreeFault | null }>()
  const refuse = (line: number, why: TreeFault) => told.set(line, { state: 'refused', why })
  const seen = new Set<string>()
  let waiting = rows.filter(({ line, name, kind }) => {
    if (name === '') refuse(line, 'name')
    else if (seen.has(name)) refuse(line, 'double')
    else if (byName.has(name)) told.set(line, { state: 'kept', why: null })
    else if (kinds[kind] === undefined) refuse(line, 'kind')
    seen.add(name)
    return !told.has(line)
  })
  // Superiors may stand below what lies below them: as long as one more finds its place, others may.
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length
    waiting = waiting.filter(({ line, name, kind: kindText, parent: parentName }) => {
      const kind = kinds[kindText]!
      const parent = parentName === '' ? bureau : byName.get(parentName)
      if (parent === undefined) return true
      if (kind === 'department' && parent !== bureau) {
        refuse(line, 'above')
        return false
      }
      const id = newId()
      const path = [...parent.path, id]
      const one: Organisation = { region: bureau.region, id, kind, name, parent: parent.id, path, active: true }
      made.push(one)
      byName.set(name, one)
      told.set(line, { state: 'new', why: null })
      return false
    })
  }
  for (const { line } of waiting) refuse(line, 'parent')
  const lines = rows.map(({ line, name, kind, parent }): TreeLine => ({ line, name, kind, parent, ...told.get(line)! }))
  return { lines, made }
}

/** Throws `forbidden`, `not-found` (no bureau yet), `unreadable`, `too-large`. Rows may stand in any order. */
export async function importTree(
  office: Office,
  viewer: Viewer,
  file: { readonly bytes: Uint8Array; readonly name: string },
  { region: asked, take }: SheetAsked,
): Promise<TreeImport> {
  demandAdministrator(viewer)
  const region = await regionFor(office, viewer, asked)
  const rows = await sheetRows(file, columns, ['kind', 'parent'])
  return office.store.write(async (tx, record) => {
    const { lines, made } = planTree(rows, await listOrganisations(tx, { region }), () => office.newId())
    const kept = lines.filter(({ state }) => state === 'kept').length
    const taken = take && lines.every(({ state }) => state !== 'refused')
    if (!taken) return { taken, created: made.length, kept, lines }
    await insertOrganisations(tx, made)
    const at = office.now()
    for (const { id, name, kind } of made) {
      const event = { kind: 'addOrganisation', organisation: id, name, organisationKind: kind } as const
      record({ region, at, person: viewer.person.id, filing: null, event })
    }
    return { taken, created: made.length, kept, lines }
  })
}
