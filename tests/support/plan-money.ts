export * from '../../src/app/demo/forms/plan-money.ts'
