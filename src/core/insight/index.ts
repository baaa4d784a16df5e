export * from './compare-forms.ts'
export * from './roll-up.ts'
export * from './summary.ts'
export * from './view.ts'
