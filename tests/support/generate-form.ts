export * from '../../src/app/demo/forms/generate-form.ts'
