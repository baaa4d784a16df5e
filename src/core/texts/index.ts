export * from './field-words.ts'
export * from './render.ts'
export * from './say-path.ts'
export * from './words.ts'
