export * from './basis.ts'
export { basisGrid } from './basis-grid.ts'
export type * from './shapes.ts'
