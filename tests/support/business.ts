export * from '../../src/app/demo/forms/business.ts'
