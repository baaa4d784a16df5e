import { z } from 'zod'
import { nudge as begin } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id, text } from '../schemas/common.ts'
import { job, sayJob } from '../schemas/jobs.ts'

export const nudge = route({
  method: 'POST',
  path: '/api/campaigns/:id/nudge',
  summary: { zh: '催报：通知尚未提交的单位', en: 'A word to those who have not submitted' },
  params: byId,
  objects: { id: 'campaign' },
  body: z.object({ text: text(500).default(''), filings: z.array(id).min(1).max(5000).optional() }),
  answer: job,
  status: 201,
  perMinute: 20,
  handle: async ({ office, viewer, params, body }) => sayJob(await begin(office, viewer, params.id, body)),
})
