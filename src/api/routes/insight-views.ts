import { z } from 'zod'
import { insightOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { insightQuery, insightView } from '../schemas/insight.ts'

export const insightViews = route({
  method: 'GET',
  path: '/api/insight/view',
  summary: {
    zh: '多表合看：失分集中在何处、超额完成、满意度扎堆、满分占比、问题',
    en: 'Many forms together: lost points, over-achievement, satisfaction heaping, share of full marks, findings',
  },
  query: insightQuery.extend({ by: z.enum(['all', 'department', 'region', 'year']).default('all') }),
  answer: z.object({ by: z.string(), items: z.array(insightView) }),
  handle: async ({ office, viewer, query }) => ({ by: query.by, items: await insightOf(office, viewer, query) }),
})
