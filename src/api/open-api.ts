/** OpenAPI 3.1 of the route table, from the schemas that check the requests. */

import { z } from 'zod'
import type { Route } from './route.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** Schemas that have a name stand once in the document, and are referred to. */
class Schemas {
  readonly named: Record<string, JsonSchema> = {}

  /** As it is asked for, or answered with before it is checked. */
  of(schema: z.ZodType): JsonSchema {
    const told = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' })
    const {
      $schema: _dialect,
      $defs,
      ...rest
    } = JSON.parse(JSON.stringify(told).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema & {
      readonly $defs?: Readonly<Record<string, JsonSchema>>
    }
    for (const [name, each] of Object.entries($defs ?? {})) {
      const { id: _name, ...body } = each
      this.named[name] = body
    }
    return rest
  }
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
}

function parametersOf(schemas: Schemas, schema: z.ZodType | undefined, place: 'path' | 'query'): object[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemas.of(schema) as ObjectSchema
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }))
}

const problem = {
  description: '问题 · problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function goodAnswer(schemas: Schemas, route: Route): Record<string, unknown> {
  const { answer, status = 200 } = route
  if (answer === 'nothing') return { 204: { description: '已完成 · done' } }
  const content =
    answer === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : answer === 'events'
        ? { 'text/event-stream': { schema: { type: 'string' } } }
        : { 'application/json': { schema: schemas.of(answer) } }
  return { [status]: { description: '成功 · good', content } }
}

function bodyOf(schemas: Schemas, { upload, body }: Route): object {
  if (upload !== undefined) {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (body === undefined) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: schemas.of(body) } } } }
}

export function openApi(routes: readonly Route[], version: string): object {
  const schemas = new Schemas()
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = {
      operationId: `${route.method.toLowerCase()}${route.path.replace(/^\/api/, '').replace(/[/:-]+(\w)/g, (_, sign: string) => sign.toUpperCase())}`,
      summary: `${route.summary.zh} · ${route.summary.en}`,
      tags: [route.path.split('/')[2] ?? ''],
      parameters: [...parametersOf(schemas, route.params, 'path'), ...parametersOf(schemas, route.query, 'query')],
      ...bodyOf(schemas, route),
      responses: { ...goodAnswer(schemas, route), default: problem },
      security: route.access === 'public' ? [] : [{ session: [] }, { token: [] }],
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Ziping 自评', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'ziping_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        ...schemas.named,
        Problem: {
          type: 'object',
          required: ['type', 'code', 'status', 'title'],
          properties: {
            type: { type: 'string' },
            code: { type: 'string' },
            status: { type: 'integer' },
            title: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
            detail: { type: 'string' },
            findings: { type: 'array', items: { type: 'object' } },
            conflicts: { type: 'array', items: { type: 'object' } },
            retryAfter: { type: 'integer' },
          },
        },
      },
    },
  }
}
