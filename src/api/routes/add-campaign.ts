import { addCampaign as add } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { campaign, newCampaign } from '../schemas/filings.ts'
import { sayCampaign } from '../schemas/say-filing.ts'

export const addCampaign = route({
  method: 'POST',
  path: '/api/campaigns',
  summary: { zh: '新建自评工作', en: 'Add a campaign' },
  body: newCampaign,
  answer: campaign,
  status: 201,
  handle: async ({ office, viewer, body }) => sayCampaign(await add(office, viewer, body)),
})
