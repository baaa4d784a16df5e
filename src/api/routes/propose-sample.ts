import { z } from 'zod'
import { sampleOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { bilingual, byId } from '../schemas/common.ts'

export const proposeSample = route({
  method: 'GET',
  path: '/api/campaigns/:id/sample',
  summary: { zh: '抽查建议：按风险和随机（种子可复现）', en: 'Forms proposed for review: by risk and by lot' },
  params: byId,
  objects: { id: 'campaign' },
  query: z.object({
    percent: z.coerce.number().int().min(1).max(100).default(15),
    seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        group: z.string(),
        by: z.enum(['risk', 'lot']),
        risk: z.number().int(),
        reasons: z.array(bilingual),
      }),
    ),
  }),
  perMinute: 30,
  async handle({ office, viewer, params, query }) {
    const drawn = await sampleOf(office, viewer, params.id, query)
    return { items: drawn.map(({ id, group, by, risk, reasons }) => ({ id, group, by, risk, reasons: [...reasons] })) }
  },
})
