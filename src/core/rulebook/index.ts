/** The law as data: documents, editions, taxonomy, layouts and words. */

export * from './document.ts'
export { cite, clauseById, documents } from './documents/index.ts'
export * from './edition.ts'
export * from './layout.ts'
export { type Level1Name, type Level2Name, level1Of, level2Of } from './taxonomy.ts'

/** Stamped on every report: raised with any change of the law as data. */
export const rulebookVersion: string = '0.1.0'
