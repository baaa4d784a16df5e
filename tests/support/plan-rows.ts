export * from '../../src/app/demo/forms/plan-rows.ts'
