import { publishedReport } from '../../app/office/index.ts'
import { publicRoute } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { shape } from '../schemas/shapes.ts'

export const showPublished = publicRoute({
  method: 'GET',
  path: '/api/public/forms/:id',
  summary: { zh: '一份已公开的自评表', en: 'One published form' },
  params: byId,
  objects: { id: 'published' },
  answer: shape('Report', 'dist/report.schema.json'),
  handle: async ({ office, params }) => publishedReport(office, params.id),
})
