import { z } from 'zod'
import { changeCampaign as change } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, day, text } from '../schemas/common.ts'
import { campaign } from '../schemas/filings.ts'
import { sayCampaign } from '../schemas/say-filing.ts'

export const changeCampaign = route({
  method: 'PATCH',
  path: '/api/campaigns/:id',
  summary: { zh: '修改名称、延期', en: 'Another title, other days' },
  params: byId,
  objects: { id: 'campaign' },
  body: z.object({ title: text(200, 1).optional(), opens: day.optional(), closes: day.optional() }),
  answer: campaign,
  handle: async ({ office, viewer, params, body }) => sayCampaign(await change(office, viewer, params.id, body)),
})
