import { z } from 'zod'
import { loadExecution as load, sheetBytes } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'

export const loadExecution = route({
  method: 'POST',
  path: '/api/campaigns/:id/execution',
  summary: {
    zh: '统一填列执行数（表头：单位、任务、预算数、执行数），填列后锁定',
    en: 'Execution figures of all units from one sheet; the cells are locked',
  },
  params: byId,
  objects: { id: 'campaign' },
  upload: sheetBytes,
  answer: z.object({
    matched: z.number().int(),
    unmatched: z.array(
      z.object({ unit: z.string(), task: z.string(), why: z.enum(['unit', 'task', 'figure', 'stage']) }),
    ),
    different: z.array(
      z.object({ filing: z.string(), row: z.string(), column: z.string(), typed: z.string(), loaded: z.string() }),
    ),
  }),
  perMinute: 30,
  async handle({ office, viewer, params, upload }) {
    const { matched, unmatched, different } = await load(office, viewer, params.id, upload!)
    return { matched, unmatched: [...unmatched], different: [...different] }
  },
})
