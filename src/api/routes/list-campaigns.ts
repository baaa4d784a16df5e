import { z } from 'zod'
import { campaignsOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { campaign } from '../schemas/filings.ts'
import { sayCampaign } from '../schemas/say-filing.ts'

export const listCampaigns = route({
  method: 'GET',
  path: '/api/campaigns',
  summary: { zh: '自评工作一览', en: 'Campaigns' },
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  answer: z.object({ items: z.array(campaign) }),
  handle: async ({ office, viewer, query }) => ({
    items: (await campaignsOf(office, viewer, query.year)).map(sayCampaign),
  }),
})
