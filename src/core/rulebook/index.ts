/** The law as data: documents, editions, taxonomy, layouts and words. */

export { editionFor } from './analogy.ts'
export { type ChosenEdition, chooseAmong, chooseEdition, type EditionQuery } from './choose-edition.ts'
export * from './document.ts'
export { cite, clauseById, documents } from './documents/index.ts'
export * from './edition.ts'
export { editionById, editions, incompleteEditionById, incompleteEditions } from './editions/index.ts'
export { figureOf } from './figure.ts'
export * from './layout.ts'
export * from './layouts/index.ts'
export { level1Points } from './level1-points.ts'
export { parametersOf } from './parameters.ts'
export { type Level1Name, type Level2Name, labelDepth, labelNames, level1Of, level2Of } from './taxonomy.ts'
export { reachesThreshold } from './thresholds.ts'
export * from './words/index.ts'

/** Stamped on every report: raised with any change of the law as data. */
export const rulebookVersion: string = '0.1.0'
