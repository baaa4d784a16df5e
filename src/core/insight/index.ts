export * from './compare-forms.ts'
