import { printPublished as printForm } from '../../app/office/index.ts'
import { publicRoute } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { printQuery } from '../schemas/print.ts'

export const printPublished = publicRoute({
  method: 'GET',
  path: '/api/public/forms/:id/download',
  summary: { zh: '下载已公开的自评表', en: 'A published form as a file' },
  params: byId,
  objects: { id: 'published' },
  query: printQuery,
  answer: 'file',
  perMinute: 60,
  async handle({ office, params, query }) {
    const { name, type, content } = await printForm(office, params.id, query.format, query.lang)
    return { type, body: content, ...(query.format === 'html' ? {} : { name }) }
  },
})
