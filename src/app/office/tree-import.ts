/** Departments and units of a region from a sheet, each below the one it names. */

import { insertOrganisations, listOrganisations, type Organisation, type OrganisationKind } from '../../store/index.ts'
import type { Office } from './office.ts'
import { regionFor } from './organisations.ts'
import { Problem } from './problem.ts'
import { sheetRows } from './sheet-rows.ts'
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

export interface TreeImport {
  readonly created: number
  readonly kept: number
  /** Names whose kind or whose superior is not known. */
  readonly refused: readonly string[]
}

/** Throws `forbidden`, `not-found` (no bureau yet), `unreadable`, `too-large`. Rows may stand in any order. */
export async function importTree(
  office: Office,
  viewer: Viewer,
  file: { readonly bytes: Uint8Array; readonly name: string },
  asked?: string,
): Promise<TreeImport> {
  demandAdministrator(viewer)
  const region = await regionFor(office, viewer, asked)
  const rows = await sheetRows(file, columns, ['kind', 'parent'])
  return office.store.write(async (tx, record) => {
    const there = await listOrganisations(tx, { region })
    const bureau = there.find(({ kind }) => kind === 'financeBureau')
    if (bureau === undefined) throw new Problem('not-found')
    const byName = new Map(there.map((one) => [one.name, one]))
    const made: Organisation[] = []
    let kept = 0
    let waiting = rows.filter(({ name }) => name !== '')
    for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
      before = waiting.length
      waiting = waiting.filter(({ name, kind: kindText, parent: parentName }) => {
        if (byName.has(name)) {
          kept++
          return false
        }
        const kind = kinds[kindText]
        const parent = parentName === '' ? bureau : byName.get(parentName)
        if (kind === undefined || parent === undefined || (kind === 'department' && parent !== bureau)) return true
        const id = office.newId()
        const one: Organisation = {
          region,
          id,
          kind,
          name,
          parent: parent.id,
          path: [...parent.path, id],
          active: true,
        }
        made.push(one)
        byName.set(name, one)
        return false
      })
    }
    await insertOrganisations(tx, made)
    const at = office.now()
    for (const one of made) {
      record({
        region,
        at,
        person: viewer.person.id,
        filing: null,
        event: { kind: 'addOrganisation', organisation: one.id, name: one.name, organisationKind: one.kind },
      })
    }
    return { created: made.length, kept, refused: waiting.map(({ name }) => name) }
  })
}
