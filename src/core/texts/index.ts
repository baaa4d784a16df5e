export * from './render.ts'
export * from './words.ts'
