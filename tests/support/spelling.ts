export * from '../../src/app/demo/forms/spelling.ts'
