/**
 * The interface as types: each operation of an OpenAPI document with what it asks for and what it answers. Operations that answer with a file
 * or a stream stand only in links, and are left out.
 */

type Schema = Readonly<Record<string, unknown>>

interface Operation {
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query'
    readonly required: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}

interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** What is asked may be a list that its owner keeps; an answer belongs to whoever asked. */
type Way = 'asked' | 'answered'

function member(name: string, type: string, isOptional: boolean): string {
  return `${/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`}${isOptional ? '?' : ''}: ${type}`
}

function braced(members: readonly string[]): string {
  const line = `{ ${members.join('; ')} }`
  if (line.length <= 100 && !line.includes('\n')) return line
  return `{\n${members.map((each) => `  ${each.replaceAll('\n', '\n  ')}`).join('\n')}\n}`
}

function objectType({ properties, required = [], additionalProperties }: Schema, way: Way): string {
  if (properties === undefined) {
    if (additionalProperties === undefined) throw new Error('an object without properties')
    return `Record<string, ${typeOf(additionalProperties as Schema, way)}>`
  }
  const members = Object.entries(properties as Record<string, Schema>).map(([name, schema]) =>
    member(name, typeOf(schema, way), !(required as readonly string[]).includes(name)),
  )
  return members.length === 0 ? 'Record<string, never>' : braced(members)
}

function isChoice({ anyOf, enum: values, type }: Schema): boolean {
  return [anyOf, values, type].some((each) => Array.isArray(each) && each.length > 1)
}

function arrayType({ prefixItems, items }: Schema, way: Way): string {
  const sign = way === 'asked' ? 'readonly ' : ''
  if (Array.isArray(prefixItems)) return `${sign}[${prefixItems.map((each) => typeOf(each, way)).join(', ')}]`
  const each = typeOf(items as Schema, way)
  return `${sign}${isChoice(items as Schema) ? `(${each})` : each}[]`
}

const REFERENCE = '#/components/schemas/'

function typeOf(schema: Schema, way: Way): string {
  const reference = schema.$ref
  if (typeof reference === 'string') {
    if (way === 'asked') throw new Error(`${reference} is a name of answers`)
    return `Answers['${reference.slice(REFERENCE.length)}']`
  }
  const named = schema['x-type']
  if (typeof named === 'string') return `Shapes['${named}']`
  if (Array.isArray(schema.enum)) return schema.enum.map((each) => `'${each}'`).join(' | ')
  if (schema.const !== undefined) return `'${schema.const}'`
  const { anyOf: choices, type } = schema
  if (Array.isArray(type)) return type.map((each) => typeOf({ ...schema, type: each }, way)).join(' | ')
  if (Array.isArray(choices)) return choices.map((each) => typeOf(each, way)).join(' | ')
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return arrayType(schema, way)
    case 'object':
      return objectType(schema, way)
    case undefined:
      if (Object.keys(schema).length === 0) return 'unknown'
  }
  throw new Error(`no type for ${JSON.stringify(schema)}`)
}

function parametersType({ parameters }: Operation, place: 'path' | 'query'): string | null {
  const own = parameters.filter((each) => each.in === place)
  if (own.length === 0) return null
  return braced(own.map(({ name, required, schema }) => member(name, typeOf(schema, 'asked'), !required)))
}

function bodyType({ requestBody }: Operation): string | null {
  if (requestBody === undefined) return null
  const json = requestBody.content['application/json']
  return json === undefined ? 'FormData' : typeOf(json.schema, 'asked')
}

/** Null of a file or a stream. */
function answerType({ responses }: Operation): string | null {
  const good = responses[200] ?? responses[201]
  if (good === undefined) return 'null'
  const json = good.content?.['application/json']
  return json === undefined ? null : typeOf(json.schema, 'answered')
}

const ORIGIN = 'written by `npm run docs` from the OpenAPI document; do not edit.'

/** The named answers as a file of types. */
export function answersFile(openApi: object): string {
  const { components } = openApi as OpenApiDocument
  // What was refused is one shape, and `ask` knows it.
  const answers = Object.entries(components.schemas)
    .filter(([name]) => name !== 'Problem')
    .map(([name, schema]) => `  ${name}: ${typeOf(schema, 'answered').replaceAll('\n', '\n  ')}`)
  return `/** What answers of the interface hold, by name: ${ORIGIN} */

import type { Shapes } from '../../../src/api/types.ts'

export interface Answers {
${answers.sort().join('\n')}
}
`
}

/** The operations as a file of types, beside that of the answers. */
export function operationsFile(openApi: object): string {
  const { paths } = openApi as OpenApiDocument
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const answer = answerType(operation)
      if (answer === null) return []
      const query = parametersType(operation, 'query')
      const isQueryOptional = operation.parameters.every((each) => each.in === 'path' || !each.required)
      const params = parametersType(operation, 'path')
      const body = bodyType(operation)
      const members = [
        ...(params === null ? [] : [member('params', params, false)]),
        ...(query === null ? [] : [member('query', query, isQueryOptional)]),
        ...(body === null ? [] : [member('body', body, false)]),
        member('answer', answer, false),
      ]
      const name = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
      return [`  '${name}': ${braced(members).replaceAll('\n', '\n  ')}`]
    }),
  )
  return `/** Every operation of the interface: ${ORIGIN} */

import type { Shapes } from '../../../src/api/types.ts'
import type { Answers } from './answers.ts'

export interface Operations {
${entries.sort().join('\n')}
}
`
}
