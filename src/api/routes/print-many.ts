import { z } from 'zod'
import { printMany as begin, printFormats } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id } from '../schemas/common.ts'
import { job, sayJob } from '../schemas/jobs.ts'

export const printMany = route({
  method: 'POST',
  path: '/api/campaigns/:id/jobs/print',
  summary: { zh: '成批打印，打成一个压缩包', en: 'Print the forms of a campaign into one archive' },
  params: byId,
  objects: { id: 'campaign' },
  body: z.object({
    format: z.enum(printFormats),
    lang: z.enum(['zh', 'en']).default('zh'),
    filings: z.array(id).min(1).max(5000).optional(),
  }),
  answer: job,
  status: 201,
  perMinute: 10,
  handle: async ({ office, viewer, params, body }) => sayJob(await begin(office, viewer, params.id, body)),
})
