/** The pure rooms: they run unchanged in a browser, on a server and on the command line. */

export * from './arithmetic/index.ts'
export * from './checks/check.ts'
export { checks } from './checks/index.ts'
export * from './evaluate/index.ts'
export * from './layout/index.ts'
export * from './model/index.ts'
export * from './recognise/index.ts'
export * from './rulebook/index.ts'
export * from './scoring/index.ts'
export * from './texts/index.ts'
export * from './values/index.ts'
