import { z } from 'zod'
import { issueCampaign as issue } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id, text } from '../schemas/common.ts'

export const issueCampaign = route({
  method: 'POST',
  path: '/api/campaigns/:id/issue',
  summary: { zh: '下达到单位', en: 'Issue to units' },
  params: byId,
  objects: { id: 'campaign' },
  body: z.object({
    organisations: z.union([z.literal('all'), z.array(id).min(1).max(5000)]),
    projects: z.array(text(200, 1)).min(1).max(200).optional(),
  }),
  answer: z.object({ issued: z.number().int(), kept: z.number().int() }),
  handle: async ({ office, viewer, params, body }) => issue(office, viewer, params.id, body),
})
