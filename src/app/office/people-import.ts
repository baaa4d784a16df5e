/** People of a region from a sheet, each with the roles they hold at a unit: looked at line by line, then taken whole or not at all. */

import { mayBeHeldAt, type Role, roleNames, roles } from '../../core/review/index.ts'
import {
  findByLogin,
  insertPeople,
  listOrganisations,
  type NewPerson,
  type Organisation,
  type Person,
  type Seat,
} from '../../store/index.ts'
import type { Office } from './office.ts'
import { regionFor } from './organisations.ts'
import { firstPassword, hashPassword, isGoodPassword } from './passwords.ts'
import { Problem } from './problem.ts'
import { type SheetAsked, type SheetRow, sheetRows } from './sheet-rows.ts'
import { demandAdministrator, type Viewer } from './viewer.ts'

const columns = {
  name: ['姓名', '名字'],
  login: ['登录名', '账号', '用户名'],
  unit: ['单位', '单位名称', '所在单位', '所在单位名称'],
  roles: ['角色', '职责', '岗位'],
  password: ['初始密码', '密码'],
} as const

/** What a role may be called in a sheet beside its own names. */
const calledToo: Readonly<Record<string, Role>> = {
  填报: 'clerk',
  财务汇总: 'financeOfficer',
  汇总人: 'financeOfficer',
  负责人: 'unitHead',
  审核人: 'supervisorReviewer',
  主管部门审核: 'supervisorReviewer',
  业务科室: 'budgetOfficer',
  绩效科室: 'performanceOfficer',
  第三方: 'thirdPartyReviewer',
  第三方复核: 'thirdPartyReviewer',
}
const LOGIN = /^[\p{L}\p{N}._@-]{2,64}$/u
const LONGEST_NAME = 100
/** Lines at most: each new account costs the time that makes its password dear to guess. */
const most = 2000
/** Passwords that are hashed at a time: others sign in meanwhile. */
const atOnce = 2

/**
 * Why a line cannot be taken: no name; a login that cannot be one; an account of another's; a login that two people of the sheet
 * have; a unit that is not there, or whose name several have; a role that is none; one that is not held at such a unit; a first
 * password that is too weak.
 */
export const peopleFaults = ['name', 'login', 'taken', 'double', 'unit', 'units', 'role', 'place', 'password'] as const
export type PeopleFault = (typeof peopleFaults)[number]

export interface PersonLine {
  /** As the file counts its rows, from 1. */
  readonly line: number
  readonly name: string
  readonly login: string
  readonly unit: string
  /** As the sheet says them. */
  readonly roles: string
  /** `kept`: the account is there, and stays as it is. `more`: a further role of a person of an earlier line. */
  readonly state: 'new' | 'more' | 'kept' | 'refused'
  readonly why: PeopleFault | null
  /** What the person signs in with first; told once, when the account is made. */
  readonly password: string | null
}

export interface PeopleImport {
  /** Whether the accounts were made: never while a line is refused. */
  readonly taken: boolean
  readonly created: number
  readonly kept: number
  readonly lines: readonly PersonLine[]
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

const byName: ReadonlyMap<string, Role> = new Map([
  ...Object.entries(calledToo),
  ...roles
    .filter((role) => role !== 'public')
    .flatMap((role): [string, Role][] => [
      [bare(roleNames[role].zh), role],
      [bare(roleNames[role].en), role],
    ]),
])

type Row = SheetRow<keyof typeof columns>
interface Planned {
  readonly person: Omit<Person, 'roles'>
  readonly roles: Seat[]
  readonly password: string
}

/** What the lines of a sheet come to, one after the other. */
class Plan {
  readonly people = new Map<string, Planned>()
  readonly #units = new Map<string, Organisation[]>()
  readonly #region: string
  readonly #newId: () => string

  constructor(region: string, units: readonly Organisation[], newId: () => string) {
    this.#region = region
    this.#newId = newId
    for (const unit of units.filter(({ active }) => active)) {
      this.#units.set(bare(unit.name), [...(this.#units.get(bare(unit.name)) ?? []), unit])
    }
  }

  /** What a line comes to; those of new people are remembered. */
  place(row: Row, account: Person | null): Pick<PersonLine, 'state' | 'why'> {
    const refused = (why: PeopleFault) => ({ state: 'refused', why }) as const
    const { name, login, password } = row
    if (name === '' || name.length > LONGEST_NAME) return refused('name')
    if (!LOGIN.test(login)) return refused('login')
    const units = this.#units.get(bare(row.unit)) ?? []
    const [unit] = units
    if (unit === undefined) return refused('unit')
    if (units.length > 1) return refused('units')
    const named = row.roles.split(/[、，,;；/\n]+/).filter((text) => text.trim() !== '')
    const held = named.map((text) => byName.get(bare(text)))
    if (held.length === 0 || held.includes(undefined)) return refused('role')
    if (!held.every((role) => mayBeHeldAt(role!, unit.kind))) return refused('place')
    if (account !== null) {
      const isSame = account.region === this.#region && account.name === name
      return isSame ? { state: 'kept', why: null } : refused('taken')
    }
    const seats = held.map((role): Seat => ({ role: role!, organisation: unit.id }))
    const known = this.people.get(login)
    if (known !== undefined) {
      if (known.person.name !== name) return refused('double')
      const isNew = (seat: Seat) =>
        !known.roles.some(({ role, organisation }) => role === seat.role && organisation === seat.organisation)
      known.roles.push(...seats.filter(isNew))
      return { state: 'more', why: null }
    }
    if (password !== '' && !isGoodPassword(password, login)) return refused('password')
    const region = this.#region
    const person = { region, id: this.#newId(), login, name, organisation: unit.id, active: true, must_change: true }
    this.people.set(login, { person, roles: seats, password: password === '' ? firstPassword() : password })
    return { state: 'new', why: null }
  }
}

/** Hashed a few at a time. */
async function withSecrets(planned: readonly Planned[], at: string): Promise<NewPerson[]> {
  const made: NewPerson[] = []
  for (let from = 0; from < planned.length; from += atOnce) {
    const part = planned.slice(from, from + atOnce).map(async ({ person, roles: seats, password }) => ({
      ...person,
      roles: seats,
      password: await hashPassword(password),
      created_at: at,
    }))
    made.push(...(await Promise.all(part)))
  }
  return made
}

/**
 * Throws `forbidden`, `unreadable`, `too-large` (more lines than are taken at once), `name-taken` (an account was made by somebody
 * else meanwhile; nothing is done then).
 */
export async function importPeople(
  office: Office,
  viewer: Viewer,
  file: { readonly bytes: Uint8Array; readonly name: string },
  { region: asked, take }: SheetAsked,
): Promise<PeopleImport> {
  demandAdministrator(viewer)
  const region = await regionFor(office, viewer, asked)
  const rows = await sheetRows(file, columns, ['password'])
  if (rows.length > most) throw new Problem('too-large')
  const { database } = office.store
  const plan = new Plan(region, await listOrganisations(database, { region }), () => office.newId())
  const lines: PersonLine[] = []
  for (const row of rows) {
    const account = await findByLogin(database, row.login)
    const { line, name, login, unit } = row
    lines.push({ line, name, login, unit, roles: row.roles, password: null, ...plan.place(row, account) })
  }
  const kept = lines.filter(({ state }) => state === 'kept').length
  const taken = take && lines.every(({ state }) => state !== 'refused')
  const created = plan.people.size
  if (!taken) return { taken, created, kept, lines }
  const at = office.now()
  const made = await withSecrets([...plan.people.values()], at)
  await office.store.write(async (tx, record) => {
    for (const { login } of made) if ((await findByLogin(tx, login)) !== null) throw new Problem('name-taken')
    await insertPeople(tx, made)
    for (const { id, login, name, roles: seats } of made) {
      const event = { kind: 'addPerson', person: id, login, name, roles: seats } as const
      record({ region, at, person: viewer.person.id, filing: null, event })
    }
  })
  const told = lines.map((one) =>
    one.state === 'new' ? { ...one, password: plan.people.get(one.login)!.password } : one,
  )
  return { taken, created, kept, lines: told }
}
