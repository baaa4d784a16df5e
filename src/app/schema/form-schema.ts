/** The form as the report and the open data hold it, kept in step with its type by the compiler. */

import { z } from 'zod'
import type { Exact, Form } from '../../core/model/index.ts'

/** What a value looks like after JSON: exact numbers become decimal text or a reduced fraction. */
export type Json<T> = T extends Exact
  ? string
  : T extends string | number | boolean | null
    ? T
    : T extends readonly (infer E)[]
      ? number extends T['length']
        ? readonly Json<E>[]
        : { readonly [K in keyof T]: Json<T[K]> }
      : T extends object
        ? { readonly [K in keyof T]: Json<T[K]> }
        : T

export const exact = z
  .string()
  .regex(/^-?\d+(\.\d+)?(\/\d+)?$/)
  .describe('exact figure: a decimal, or a reduced fraction')
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly()
export const source = z.union([
  z.object({
    kind: z.literal('text'),
    line: z.int(),
    column: z.int(),
    endLine: z.int().optional(),
    length: z.int().optional(),
  }),
  z.object({ kind: z.literal('sheet'), sheet: z.string(), cell: z.string() }),
  z.object({ kind: z.literal('page'), page: z.int(), box }),
  z.object({ kind: z.literal('table'), table: z.int(), row: z.int(), column: z.int() }),
])
const cell = <T extends z.ZodType>(value: T) =>
  z.object({
    raw: z.string(),
    value: value.nullable(),
    origin: source.optional(),
    confidence: z.number().optional(),
    alternatives: z.array(z.string()).readonly().optional(),
  })
const text = cell(z.string())
const number = cell(exact)
const amounts = z.object({ total: number, appropriation: number, otherFunds: number, carryOver: number })
const survey = z.object({
  sampleSize: number,
  returnedAnswers: number,
  validAnswers: number,
  satisfiedAnswers: number,
  surveyMethod: text,
})
const label = z.object({ cell: text, points: number })
export const grade = z.enum(['excellent', 'good', 'fair', 'poor'])
export const level1 = z.enum(['execution', 'cost', 'output', 'benefit', 'satisfaction', 'process', 'input', 'other'])
export const bilingual = z.object({ zh: z.string(), en: z.string() })
export const scalar = z.union([z.string(), z.number(), z.boolean()])
const evidence = z.enum(['read-official', 'read-copy', 'partly-read', 'general-knowledge', 'sample', 'proposal'])
export const citation = z.object({ clause: z.string(), evidence, byAnalogy: z.literal(true).optional() })
const place = z.object({ path: z.string(), source: source.optional(), text: z.string().optional() })
export const places = z.tuple([place], place).readonly()

const operator = z.enum(['atLeast', 'moreThan', 'equal', 'atMost', 'lessThan'])
const unit = z.object({ name: z.string(), dimension: z.string(), factor: exact })
const date = z.object({ year: z.int().nullable(), month: z.int().nullable(), day: z.int().nullable() })
export const value: z.ZodType = z.lazy(() =>
  z.union([
    z.object({
      kind: z.literal('quantity'),
      operator: operator.nullable(),
      number: exact,
      unit: unit.nullable(),
      decimals: z.int(),
    }),
    z.object({ kind: z.literal('range'), from: exact, to: exact, unit: unit.nullable() }),
    z.object({ kind: z.literal('date'), relation: z.enum(['by', 'on']), from: date, to: date }),
    z.object({ kind: z.literal('duration'), operator: operator.nullable(), number: exact, unit, decimals: z.int() }),
    z.object({ kind: z.literal('graded'), word: z.string(), sense: z.enum(['positive', 'negative']) }),
    z.object({
      kind: z.literal('completion'),
      completion: z.enum(['full', 'basic', 'partial', 'none']),
      word: z.string(),
    }),
    z.object({ kind: z.literal('none'), word: z.string(), notApplicable: z.boolean() }),
    z.object({ kind: z.literal('prose'), word: z.string() }),
    z.object({ kind: z.literal('several'), parts: z.array(value).readonly() }),
    z.object({ kind: z.literal('conditional'), value, condition: z.string() }),
  ]),
)
const reading = z.object({
  raw: z.string(),
  value: value.nullable(),
  reason: z.string().nullable(),
  repairs: z.array(z.object({ reason: z.string(), text: z.string(), value })).readonly(),
})

const task = z.object({
  role: z.enum(['task', 'group', 'source', 'total']),
  name: text,
  content: text,
  completion: text,
  initialBudget: number,
  budgeted: amounts,
  executed: amounts,
  weight: number,
  rate: number,
  score: number,
  note: text,
  extra: z.record(z.string(), text).optional(),
})
const indicator = z.object({
  role: z.enum(['scored', 'notApplicable', 'part']),
  level1: label,
  level1Kind: level1,
  level2: label,
  name: text,
  attribute: text,
  unit: text,
  target: cell(reading),
  actual: cell(reading),
  weight: number,
  score: number,
  note: text,
  survey: survey.optional(),
  extra: z.record(z.string(), text),
})
/** The form alone, as the report and the open data hold it. */
export const formSchema = z.object({
  kind: z.enum(['department', 'project']),
  stage: z.enum(['targets', 'monitoring']).optional(),
  layout: z.string().nullable(),
  title: text,
  region: text,
  fiscalYear: cell(z.int()),
  department: text,
  supervisor: text,
  project: text,
  implementer: text,
  moneyUnit: cell(z.enum(['元', '万元', '千元', '亿元'])),
  tasks: z.array(task).readonly(),
  goals: z.array(z.object({ stated: text, achieved: text, midTerm: text.optional() })).readonly(),
  indicators: z.array(indicator).readonly(),
  executionPoints: number,
  total: number,
  grade: cell(grade),
  facts: z.array(z.object({ label: text, text })).readonly(),
  columns: z.object({ indicators: z.array(z.string()).readonly(), tasks: z.array(z.string()).readonly() }),
})

// The compiler's own check that schema and type say the same.
const _formFits = (made: Json<Form>): z.input<typeof formSchema> => made as z.input<typeof formSchema>
void _formFits
