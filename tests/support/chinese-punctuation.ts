export * from '../../src/app/demo/forms/chinese-punctuation.ts'
