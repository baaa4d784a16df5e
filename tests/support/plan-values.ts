export * from '../../src/app/demo/forms/plan-values.ts'
