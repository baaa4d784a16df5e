/** A bureau for tests: two departments, three units, a person for every role, and a second bureau in another region. */

import { ADMIN_PASSWORD, Client } from './support.ts'

export const PASSWORD = 'a password of tests'
/** As the administrator gives it: to be changed before anything else. */
export const FIRST_PASSWORD = 'a first password'

export interface TestBureau {
  readonly region: string
  readonly admin: Client
  readonly organisations: Readonly<Record<'bureau' | 'department' | 'unit' | 'other' | 'firm', string>>
  readonly people: Readonly<Record<RoleName, Client>>
  readonly ids: Readonly<Record<RoleName, string>>
}

export const roleNames = [
  'clerk',
  'colleague',
  'financeOfficer',
  'unitHead',
  'supervisorReviewer',
  'budgetOfficer',
  'performanceOfficer',
  'otherOfficer',
  'thirdPartyReviewer',
  'administrator',
  'stranger',
] as const
export type RoleName = (typeof roleNames)[number]

const seats: Readonly<
  Record<RoleName, readonly [role: string, at: 'bureau' | 'department' | 'unit' | 'other' | 'firm']>
> = {
  clerk: ['clerk', 'unit'],
  colleague: ['clerk', 'unit'],
  financeOfficer: ['financeOfficer', 'unit'],
  unitHead: ['unitHead', 'unit'],
  supervisorReviewer: ['supervisorReviewer', 'department'],
  budgetOfficer: ['budgetOfficer', 'bureau'],
  performanceOfficer: ['performanceOfficer', 'bureau'],
  otherOfficer: ['performanceOfficer', 'bureau'],
  thirdPartyReviewer: ['thirdPartyReviewer', 'firm'],
  administrator: ['administrator', 'bureau'],
  stranger: ['clerk', 'other'],
}

function good<T>(answer: { readonly status: number; readonly body: T }): T {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

export async function buildBureau({ address }: { readonly address: string }, region: string): Promise<TestBureau> {
  const admin = new Client(address)
  good(await admin.signIn('admin', ADMIN_PASSWORD))
  good(await admin.ask('PUT', '/api/regions', { regions: [{ code: region, name: `地区${region}`, parent: null }] }))
  const add = async (kind: string, name: string, parent: string | null) =>
    String(good(await admin.ask('POST', '/api/organisations', { region, kind, name, parent })).id)
  const bureau = await add('financeBureau', '财政局', null)
  const department = await add('department', '民政局', bureau)
  const unit = await add('unit', '社会福利中心', department)
  const other = await add('unit', '救助站', department)
  const firm = await add('unit', '会计师事务所', bureau)
  const organisations = { bureau, department, unit, other, firm }
  const people: Partial<Record<RoleName, Client>> = {}
  const ids: Partial<Record<RoleName, string>> = {}
  for (const name of roleNames) {
    const [role, at] = seats[name]
    const login = `${name}-${region}`
    const input = {
      region,
      login,
      name,
      organisation: organisations[at],
      password: FIRST_PASSWORD,
      roles: [{ role, organisation: organisations[at] }],
    }
    ids[name] = String(good(await admin.ask('POST', '/api/people', input)).id)
    const client = new Client(address)
    good(await client.signIn(login, FIRST_PASSWORD))
    good(await client.ask('POST', '/api/me/password', { current: FIRST_PASSWORD, next: PASSWORD }))
    good(await client.signIn(login, PASSWORD))
    people[name] = client
  }
  return {
    region,
    admin,
    organisations,
    people: people as Record<RoleName, Client>,
    ids: ids as Record<RoleName, string>,
  }
}

/** A task for the form of a department, open for ever. */
export function departmentTask(fiscalYear = 2021): Readonly<Record<string, unknown>> {
  const span = { opens: '2000-01-01', closes: '2099-12-31' }
  return { title: '自评', fiscalYear, kind: 'department', layout: 'shenzhen-department', edition: null, ...span }
}

/** Such a task, issued to the unit, and the unit's form in it. */
export async function issueForm(
  { people, organisations }: TestBureau,
  fiscalYear = 2021,
): Promise<{ readonly campaign: string; readonly filing: string }> {
  const { performanceOfficer, clerk } = people
  const campaign = String(good(await performanceOfficer.ask('POST', '/api/campaigns', departmentTask(fiscalYear))).id)
  const issue = { organisations: [organisations.unit] }
  good(await performanceOfficer.ask('POST', `/api/campaigns/${campaign}/issue`, issue))
  const list = good(await clerk.ask<{ items: { id: string }[] }>('GET', `/api/filings?campaign=${campaign}`))
  return { campaign, filing: list.items[0]!.id }
}
