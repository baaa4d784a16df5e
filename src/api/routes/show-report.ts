import { filingReport } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { shape } from '../schemas/shapes.ts'

export const showReport = route({
  method: 'GET',
  path: '/api/filings/:id/report',
  summary: { zh: '重算与检查的结果', en: 'Scores and findings' },
  params: byId,
  objects: { id: 'filing' },
  answer: shape('Report', 'dist/report.schema.json'),
  handle: async ({ office, viewer, params }) => filingReport(office, viewer, params.id),
})
