export * from './evaluate.ts'
export * from './messages.ts'
