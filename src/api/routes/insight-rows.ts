import { z } from 'zod'
import { indicatorsOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { indicatorFound, insightQuery } from '../schemas/insight.ts'

export const insightRows = route({
  method: 'GET',
  path: '/api/insight/rows',
  summary: { zh: '合看时逐项查看指标', en: 'Single indicators behind a sum' },
  query: insightQuery.omit({ below: true }).extend({
    sort: z.enum(['lost', 'over', 'least']).default('lost'),
    levelKind: z.string().max(40).optional(),
    level2: z.string().max(300).optional(),
    name: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  answer: z.object({ items: z.array(indicatorFound) }),
  async handle({ office, viewer, query }) {
    const found = await indicatorsOf(office, viewer, query)
    return {
      items: found.map(({ organisation, organisation_name, fiscal_year, row, ...rest }) => ({
        ...rest,
        organisation: { id: organisation, name: organisation_name },
        fiscalYear: fiscal_year,
        path: `indicators/${row}`,
      })),
    }
  },
})
