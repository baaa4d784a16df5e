/**
 * The pure rooms: they run unchanged in a browser, on a server and on the command line. The nouns come by name, each room
 * under its own.
 */

export * as arithmetic from './arithmetic/index.ts'
export * as basis from './basis/index.ts'
export * as checks from './checks/index.ts'
export * as draft from './draft/index.ts'
export * from './evaluate/index.ts'
export * as insight from './insight/index.ts'
export * as layout from './layout/index.ts'
export * from './model/index.ts'
export * as recognise from './recognise/index.ts'
export * as review from './review/index.ts'
export * as rulebook from './rulebook/index.ts'
export * as scoring from './scoring/index.ts'
export * as texts from './texts/index.ts'
export * as values from './values/index.ts'
