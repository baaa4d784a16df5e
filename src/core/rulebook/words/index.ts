export * from './headers.ts'
export * from './labels.ts'
