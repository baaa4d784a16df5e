/** The published JSON Schema of the open data. Its form and its results are those of the report, cell by cell. */

import { z } from 'zod'
import { formSchema } from '../schema/form-schema.ts'
import { scoredSchema } from '../schema/report-schema.ts'
import { dataMark } from './publish.ts'

const { execution, tasks, rows, total, grade } = scoredSchema.shape

const results = z.object({
  edition: z.string(),
  editionChoice: z.enum(['asked', 'exact', 'earlierYear', 'national', 'nationalEarlierYear', 'nationalOtherKind']),
  execution: execution.pick({ points: true, budgeted: true, executed: true, rate: true, recomputed: true }),
  tasks: z.array(tasks.unwrap().element.pick({ path: true, weight: true, rate: true, score: true })).readonly(),
  rows: z
    .array(
      rows
        .unwrap()
        .element.pick({ path: true, rule: true, verdict: true, recomputed: true, agreement: true, achievement: true }),
    )
    .readonly(),
  total: total.pick({ printed: true, added: true, recomputed: true, weights: true }),
  grade,
})

export const formDataSchema = z.object({
  data: z.literal(dataMark),
  schema: z.literal(1),
  app: z.string(),
  rulebook: z.string(),
  forms: z
    .array(
      z.object({
        source: z.object({ name: z.string(), hash: z.string() }),
        form: formSchema,
        results: results.nullable(),
      }),
    )
    .readonly(),
})

export function formDataJsonSchema(): object {
  return {
    $id: 'form-data.schema.json',
    title: 'Ziping form data',
    description: 'What `ziping print --what data --to json` writes: forms as data, with what the rules make of them',
    ...z.toJSONSchema(formDataSchema, { io: 'input', reused: 'ref' }),
  }
}
