/** The use cases of a bureau's server: what people do, whoever carries the request. */

export type { Organisation, OrganisationKind, Person, Region, Seat } from '../../store/index.ts'
export { openStore, type StoreOptions } from '../../store/index.ts'
export * from './answered.ts'
export * from './office.ts'
export * from './organisations.ts'
export * from './people.ts'
export * from './problem.ts'
export * from './sessions.ts'
export * from './store-problem.ts'
export * from './viewer.ts'
