/** Who takes part, and where they stand in the tree of organisations. */

import type { Bilingual } from '../model/index.ts'

export const roles = [
  'clerk',
  'financeOfficer',
  'unitHead',
  'supervisorReviewer',
  'budgetOfficer',
  'performanceOfficer',
  'thirdPartyReviewer',
  'administrator',
  'public',
] as const

export type Role = (typeof roles)[number]

export const roleNames: Readonly<Record<Role, Bilingual>> = {
  clerk: { zh: '填报人', en: 'clerk' },
  financeOfficer: { zh: '财务汇总人', en: 'finance officer' },
  unitHead: { zh: '单位负责人', en: 'head of the unit' },
  supervisorReviewer: { zh: '主管部门审核人', en: 'reviewer of the department' },
  budgetOfficer: { zh: '财政业务科室', en: 'budget office of the bureau' },
  performanceOfficer: { zh: '财政绩效科室', en: 'performance office of the bureau' },
  thirdPartyReviewer: { zh: '第三方复核人', en: 'third-party reviewer' },
  administrator: { zh: '管理员', en: 'administrator' },
  public: { zh: '公众', en: 'public' },
}

/** Where a role may be held: those of the bureau at the bureau, of a department at a department, of a unit anywhere below. */
export function mayBeHeldAt(role: Role, kind: 'financeBureau' | 'department' | 'unit'): boolean {
  if (role === 'administrator' || role === 'performanceOfficer' || role === 'budgetOfficer')
    return kind === 'financeBureau'
  if (role === 'supervisorReviewer') return kind === 'department'
  return role !== 'public' && kind !== 'financeBureau'
}

/** An organisation by its way from the root of its region's tree (the finance bureau) down to itself. Ids, none invented here. */
export interface OrganisationRef {
  /** Code of the region, as the administrator's table has it. */
  readonly region: string
  readonly path: readonly string[]
}

/** What somebody is, somewhere. One person may hold several. */
export interface Post {
  readonly role: Role
  readonly organisation: OrganisationRef
}

/** Whoever asks. Nobody known is the public: no person, no posts. */
export interface Actor {
  readonly person: string | null
  readonly posts: readonly Post[]
}

export const positions = ['own', 'below', 'elsewhere', 'otherRegion'] as const

/** Where an organisation stands, seen from a post: the post's own, below it in the tree, elsewhere in the region, in another. */
export type Position = (typeof positions)[number]

export const positionNames: Readonly<Record<Position, Bilingual>> = {
  own: { zh: '本单位', en: 'own unit' },
  below: { zh: '下属单位', en: 'below' },
  elsewhere: { zh: '其他单位', en: 'elsewhere' },
  otherRegion: { zh: '其他地区', en: 'other region' },
}

export function positionOf(post: Post, organisation: OrganisationRef): Position {
  const { region, path } = post.organisation
  if (region !== organisation.region) return 'otherRegion'
  if (path.length > organisation.path.length || path.some((id, index) => id !== organisation.path[index]))
    return 'elsewhere'
  return path.length === organisation.path.length ? 'own' : 'below'
}

/** Whether one of the actor's posts is of this role and sees the organisation from one of these positions. */
export function holds(actor: Actor, role: Role, organisation: OrganisationRef, from: readonly Position[]): boolean {
  return actor.posts.some((post) => post.role === role && from.includes(positionOf(post, organisation)))
}
