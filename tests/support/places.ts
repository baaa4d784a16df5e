export * from '../../src/app/demo/forms/places.ts'
