import { campaignOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { campaign } from '../schemas/filings.ts'
import { sayCampaign } from '../schemas/say-filing.ts'

export const showCampaign = route({
  method: 'GET',
  path: '/api/campaigns/:id',
  summary: { zh: '一项自评工作', en: 'One campaign' },
  params: byId,
  objects: { id: 'campaign' },
  answer: campaign,
  handle: async ({ office, viewer, params }) => sayCampaign(await campaignOf(office, viewer, params.id)),
})
