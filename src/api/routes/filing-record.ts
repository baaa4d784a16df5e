import { z } from 'zod'
import { filingRecord as record } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { recordEntry } from '../schemas/many.ts'
import { sayRecords } from '../schemas/say-record.ts'

export const filingRecord = route({
  method: 'GET',
  path: '/api/filings/:id/record',
  summary: { zh: '一份表的修改记录，新的在前', en: 'The record of a filing, newest first' },
  params: byId,
  objects: { id: 'filing' },
  query: z.object({
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ items: z.array(recordEntry) }),
  handle: async ({ office, viewer, params, query }) => ({
    items: sayRecords(await record(office, viewer, params.id, query)),
  }),
})
