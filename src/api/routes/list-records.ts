import { z } from 'zod'
import { regionRecord } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { recordEntry } from '../schemas/many.ts'
import { sayRecords } from '../schemas/say-record.ts'

export const listRecords = route({
  method: 'GET',
  path: '/api/records',
  summary: { zh: '本地区修改记录，新的在前', en: 'The record of the region, newest first' },
  query: z.object({
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ items: z.array(recordEntry) }),
  handle: async ({ office, viewer, query }) => ({ items: sayRecords(await regionRecord(office, viewer, query)) }),
})
