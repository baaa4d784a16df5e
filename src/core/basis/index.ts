export * from './basis.ts'
export { basisGrid } from './basis-grid.ts'
