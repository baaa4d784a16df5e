import { z } from 'zod'
import { historyOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { id } from '../schemas/common.ts'
import { indicatorYear } from '../schemas/many.ts'

export const showHistory = route({
  method: 'GET',
  path: '/api/insight/history',
  summary: { zh: '同一指标历年数据', en: 'An indicator over the years' },
  query: z.object({ organisation: id.optional(), name: z.string().max(300).optional() }),
  answer: z.object({ items: z.array(indicatorYear) }),
  async handle({ office, viewer, query }) {
    const found = await historyOf(office, viewer, query)
    return { items: found.map(({ fiscal_year, ...rest }) => ({ ...rest, fiscalYear: fiscal_year })) }
  },
})
