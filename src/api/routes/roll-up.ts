import { z } from 'zod'
import { rollupKeys, rollupOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { insightQuery } from '../schemas/insight.ts'
import { rollupRow } from '../schemas/many.ts'

export const rollUp = route({
  method: 'GET',
  path: '/api/rollup',
  summary: {
    zh: '汇总：按单位、部门、地区（含下级地区）、年度、一级、二级指标',
    en: 'Figures of many forms, of the regions below too',
  },
  query: insightQuery.extend({ by: z.enum(rollupKeys).default('department') }),
  answer: z.object({ by: z.string(), rows: z.array(rollupRow) }),
  handle: async ({ office, viewer, query }) => ({ by: query.by, rows: await rollupOf(office, viewer, query) }),
})
