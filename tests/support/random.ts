export * from '../../src/app/demo/forms/random.ts'
