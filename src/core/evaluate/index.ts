export * from './evaluate.ts'
export * from './messages.ts'
export * from './sayings.ts'
