import { z } from 'zod'
import { applyImport as apply } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, text } from '../schemas/common.ts'
import { editResult } from '../schemas/filings.ts'
import { readUpload } from '../schemas/many.ts'
import { sayEdits } from '../schemas/say-filing.ts'

export const applyImport = route({
  method: 'POST',
  path: '/api/filings/:id/import/apply',
  summary: { zh: '确认后导入', en: 'Take a form that was read, all confirmed' },
  params: byId,
  objects: { id: 'filing' },
  body: z.object({
    upload: readUpload,
    name: text(300, 1),
    form: z.number().int().min(0).max(1000),
    confirmed: z.array(z.string().max(64)).max(20_000),
  }),
  answer: editResult,
  perMinute: 60,
  handle: async ({ office, viewer, params, body }) => sayEdits(await apply(office, viewer, params.id, body)),
})
