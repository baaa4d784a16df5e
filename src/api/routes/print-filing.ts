import { printFiling as printForm } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { printQuery } from '../schemas/print.ts'

export const printFiling = route({
  method: 'GET',
  path: '/api/filings/:id/print',
  summary: { zh: '打印正式表样', en: 'Print the official form' },
  params: byId,
  objects: { id: 'filing' },
  query: printQuery,
  answer: 'file',
  perMinute: 120,
  async handle({ office, viewer, params, query }) {
    const { name, type, content } = await printForm(office, viewer, params.id, query.format, query.lang)
    return { type, body: content, ...(query.format === 'html' ? {} : { name }) }
  },
})
