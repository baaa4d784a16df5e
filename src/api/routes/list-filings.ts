import { z } from 'zod'
import { filingsOf } from '../../app/office/index.ts'
import { cursorOf, pageOf } from '../cursor.ts'
import { route } from '../route.ts'
import { id, listQuery, page } from '../schemas/common.ts'
import { filingSummary, stage } from '../schemas/filings.ts'
import { saySummary } from '../schemas/say-filing.ts'

export const listFilings = route({
  method: 'GET',
  path: '/api/filings',
  summary: { zh: '自评表一览；todo=true 为待办', en: 'Filings; todo=true: what waits for me' },
  query: listQuery.extend({
    campaign: id.optional(),
    organisation: id.optional(),
    stage: stage.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    q: z.string().max(100).optional(),
    todo: z.enum(['true', 'false']).optional(),
  }),
  answer: page(filingSummary),
  async handle({ office, viewer, query }) {
    const { after, limit, todo, ...asked } = query
    const found = await filingsOf(office, viewer, {
      ...asked,
      limit,
      todo: todo === 'true',
      ...(after === undefined ? {} : { after: cursorOf(after, 1)[0]! }),
    })
    return pageOf(found.map(saySummary), limit, (last) => [last.id])
  },
})
