import { z } from 'zod'
import { assess, filingOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, figure, text } from '../schemas/common.ts'
import { filingView } from '../schemas/filings.ts'
import { sayFiling } from '../schemas/say-filing.ts'

export const assessRow = route({
  method: 'POST',
  path: '/api/filings/:id/assessments',
  summary: { zh: '复核人对一行的认定', en: 'A reviewer’s own value for a row' },
  params: byId,
  objects: { id: 'filing' },
  body: z.object({
    row: z.string().min(1).max(64).describe('行 id，或 execution · a row id, or execution'),
    value: figure.regex(/^\d{1,4}(\.\d{1,4})?$/).nullable(),
    reason: text(2000, 1),
    phrase: text(200).optional(),
  }),
  answer: filingView,
  async handle({ office, viewer, params, body }) {
    await assess(office, viewer, params.id, body)
    return sayFiling(await filingOf(office, viewer, params.id))
  },
})
