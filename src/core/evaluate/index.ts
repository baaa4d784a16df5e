export type { Beside } from '../checks/check.ts'
export * from './evaluate.ts'
export * from './messages.ts'
export * from './sayings.ts'
