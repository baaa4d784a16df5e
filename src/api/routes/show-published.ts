import { z } from 'zod'
import { publishedReport } from '../../app/office/index.ts'
import type { Report } from '../../core/model/index.ts'
import { publicRoute } from '../route.ts'
import { byId } from '../schemas/common.ts'

export const showPublished = publicRoute({
  method: 'GET',
  path: '/api/public/forms/:id',
  summary: { zh: '一份已公开的自评表', en: 'One published form' },
  params: byId,
  objects: { id: 'published' },
  answer: z.custom<Report>().meta({ type: 'object', description: 'dist/report.schema.json' }),
  handle: async ({ office, params }) => publishedReport(office, params.id),
})
