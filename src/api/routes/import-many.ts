import { importMany as begin } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { job, sayJob } from '../schemas/jobs.ts'

const BYTES = 200 * 1024 * 1024

export const importMany = route({
  method: 'POST',
  path: '/api/campaigns/:id/jobs/import',
  summary: { zh: '成批导入：一个文件或压缩包', en: 'Many files into drafts: one file or an archive' },
  params: byId,
  objects: { id: 'campaign' },
  upload: BYTES,
  answer: job,
  status: 201,
  perMinute: 10,
  handle: async ({ office, viewer, params, upload }) => sayJob(await begin(office, viewer, params.id, upload!)),
})
