export * from '../../src/app/demo/forms/cents.ts'
