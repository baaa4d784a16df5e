import { jobResult } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'

export const jobFile = route({
  method: 'GET',
  path: '/api/jobs/:id/file',
  summary: { zh: '任务产生的文件', en: 'What came out of a job' },
  params: byId,
  objects: { id: 'job' },
  answer: 'file',
  async handle({ office, viewer, params }) {
    const { name, body } = await jobResult(office, viewer, params.id)
    return { type: 'application/zip', name, body }
  },
})
