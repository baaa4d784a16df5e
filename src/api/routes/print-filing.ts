import { printFiling as printForm } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { productQuery } from '../schemas/print.ts'

export const printFiling = route({
  method: 'GET',
  path: '/api/filings/:id/print',
  summary: {
    zh: '打印正式表样、填报工作簿、得分依据表、自评报告、开放数据',
    en: 'Print the official form, the workbook, the basis of every point, the report, open data',
  },
  params: byId,
  objects: { id: 'filing' },
  query: productQuery,
  answer: 'file',
  perMinute: 120,
  async handle({ office, viewer, params, query }) {
    const { format, what, lang } = query
    const wanted = format === undefined ? { what } : { what, to: format }
    const { name, type, content } = await printForm(office, viewer, params.id, wanted, lang)
    return { type, body: content, ...(type.startsWith('text/html') ? {} : { name }) }
  },
})
