export * from './headers.ts'
export * from './labels.ts'
export * from './populations.ts'
