/** The published JSON Schema of the Report, kept in step with its types by the compiler. */

import { z } from 'zod'
import type { Exact, Form, Report } from '../core/model/index.ts'

/** What a value looks like after JSON: exact numbers become decimal text or a reduced fraction. */
type Json<T> = T extends Exact
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

const exact = z
  .string()
  .regex(/^-?\d+(\.\d+)?(\/\d+)?$/)
  .describe('exact figure: a decimal, or a reduced fraction')
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly()
const source = z.union([
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
const grade = z.enum(['excellent', 'good', 'fair', 'poor'])
const level1 = z.enum(['execution', 'cost', 'output', 'benefit', 'satisfaction', 'process', 'input', 'other'])
const bilingual = z.object({ zh: z.string(), en: z.string() })
const scalar = z.union([z.string(), z.number(), z.boolean()])
const evidence = z.enum(['read-official', 'read-copy', 'partly-read', 'general-knowledge', 'sample', 'proposal'])
const citation = z.object({ clause: z.string(), evidence, byAnalogy: z.literal(true).optional() })
const place = z.object({ path: z.string(), source: source.optional(), text: z.string().optional() })
const places = z.tuple([place], place).readonly()

const operator = z.enum(['atLeast', 'moreThan', 'equal', 'atMost', 'lessThan'])
const unit = z.object({ name: z.string(), dimension: z.string(), factor: exact })
const date = z.object({ year: z.int().nullable(), month: z.int().nullable(), day: z.int().nullable() })
const value: z.ZodType = z.lazy(() =>
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

const band = z.object({ min: exact, max: exact, maxExcluded: z.literal(true).optional() })
const step = z.object({
  say: bilingual,
  inputs: z.array(z.object({ symbol: bilingual, value: z.string(), path: z.string().optional() })).readonly(),
  result: z.string(),
  law: z.array(citation).readonly(),
})
const steps = z.array(step).readonly()
const law = z.array(citation).readonly()
const because = z.array(bilingual).readonly()
const paths = z.array(z.string()).readonly()
const compared = z.object({ printed: exact.nullable(), recomputed: exact.nullable(), exact: exact.nullable() })
/** Results by the rules, as the report holds them. */
export const scoredSchema = z.object({
  edition: z.string(),
  execution: z.object({
    points: exact,
    budgeted: exact.nullable(),
    executed: exact.nullable(),
    rate: exact.nullable(),
    printed: exact.nullable(),
    added: exact.nullable(),
    recomputed: band.nullable(),
    steps,
    law,
    because,
  }),
  tasks: z.array(z.object({ path: z.string(), weight: compared, rate: compared, score: compared, steps })).readonly(),
  rows: z
    .array(
      z.object({
        path: z.string(),
        rule: z.string().nullable(),
        weight: exact.nullable(),
        printed: exact.nullable(),
        recomputed: band.nullable(),
        exact: band.nullable(),
        steps,
        law,
        verdict: z.enum(['met', 'missed', 'unknown']),
        achievement: exact.nullable(),
        reverse: z.boolean(),
        agreement: z.enum(['equal', 'inside', 'outside', 'depends', 'judge', 'lost', 'none']),
        because,
        readings: z.array(z.object({ word: z.string(), tier: z.string(), band })).readonly(),
      }),
    )
    .readonly(),
  blocks: z
    .array(
      z.object({
        level: z.union([z.literal(1), z.literal(2)]),
        level1Kind: level1,
        name: z.string(),
        rows: paths,
        weight: z.object({ printed: exact.nullable(), edition: exact.nullable(), added: exact }),
        score: z.object({ added: exact, lost: z.int(), lostWeight: exact, recomputed: band }),
      }),
    )
    .readonly(),
  total: z.object({ printed: exact.nullable(), added: exact, recomputed: band, weights: exact, steps }),
  grade: z.object({ printed: grade.nullable(), ofPrinted: grade.nullable(), range: z.array(grade).readonly() }),
  lost: z
    .object({
      paths,
      weight: exact,
      gaps: z.array(z.object({ execution: exact, from: z.enum(['totalRow', 'taskRows']), gap: exact })).readonly(),
      bounds: z.array(z.object({ path: z.string(), band: band.nullable() })).readonly(),
    })
    .nullable(),
  choices: z
    .array(
      z.object({
        word: z.string(),
        rows: paths,
        options: z.array(z.object({ tier: z.string(), total: band, grades: z.array(grade).readonly() })).readonly(),
      }),
    )
    .readonly(),
})

const finding = z.object({
  rule: z.string(),
  message: z.string(),
  data: z.record(z.string(), scalar),
  severity: z.enum(['error', 'warning', 'info']),
  certainty: z.enum(['certain', 'review']),
  at: places,
  law,
  fix: z.object({ advice: bilingual, edit: z.object({ path: z.string(), raw: z.string() }).optional() }).optional(),
})

const residue = z.object({
  used: z.int(),
  ignored: z.array(z.object({ text: z.string(), reason: z.string(), source: source.optional() })).readonly(),
  unread: z.array(z.object({ text: z.string(), source: source.optional() })).readonly(),
})

const extent = z.union([
  z.object({ kind: z.enum(['pages', 'tables']), first: z.int(), last: z.int() }),
  z.object({ kind: z.literal('sheet'), sheet: z.string() }),
])

export const reportSchema = z.object({
  schema: z.literal(1),
  stamp: z.object({
    app: z.string(),
    rulebook: z.string(),
    edition: z.string(),
    editionChoice: z.enum(['asked', 'exact', 'earlierYear', 'national', 'nationalEarlierYear', 'nationalOtherKind']),
    layout: z.string().nullable(),
    sourceHash: z.string(),
    sourceName: z.string(),
  }),
  form: formSchema,
  extent: extent.optional(),
  scored: scoredSchema,
  findings: z.array(finding).readonly(),
  checks: z
    .array(
      z.object({
        id: z.string(),
        code: z.string(),
        counts: z.object({
          passed: z.int(),
          failed: z.int(),
          review: z.int(),
          notApplicable: z.int(),
          blocked: z.int(),
          crashed: z.int(),
        }),
      }),
    )
    .readonly(),
  residue,
  complete: z.boolean(),
})

/** What `check --json` prints: the reports of one file, and what is to be said of the file as a whole. */
export const checkedFileSchema = z.object({
  schema: z.literal(1),
  source: z.object({ name: z.string(), hash: z.string() }),
  reports: z.array(reportSchema).readonly(),
  findings: z.array(finding).readonly(),
})

// The compiler's own check that schema and types say the same: a Report, as JSON, is what the schema takes.
type ReportJson = Json<Report>
const _reportFits = (report: ReportJson): z.input<typeof reportSchema> => report as z.input<typeof reportSchema>
const _formFits = (made: Json<Form>): z.input<typeof formSchema> => made as z.input<typeof formSchema>
void _reportFits
void _formFits

export function reportJsonSchema(): object {
  return {
    $id: 'report.schema.json',
    title: 'Ziping report',
    description: 'What `ziping check --json` prints',
    ...z.toJSONSchema(checkedFileSchema, { io: 'input', reused: 'ref' }),
  }
}
