/** The published JSON Schema of the Report, kept in step with its types by the compiler. */

import { z } from 'zod'
import type { Report } from '../../core/model/index.ts'
import {
  bilingual,
  citation,
  exact,
  formSchema,
  grade,
  type Json,
  level1,
  places,
  scalar,
  source,
} from './form-schema.ts'

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
void _reportFits

export function reportJsonSchema(): object {
  return {
    $id: 'report.schema.json',
    title: 'Ziping report',
    description: 'What `ziping check --json` prints',
    ...z.toJSONSchema(checkedFileSchema, { io: 'input', reused: 'ref' }),
  }
}
