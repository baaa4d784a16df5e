import { jobOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { jobView, sayJob, sayJobItem } from '../schemas/jobs.ts'

export const showJob = route({
  method: 'GET',
  path: '/api/jobs/:id',
  summary: { zh: '一项后台任务及其各部分', en: 'A job with its parts' },
  params: byId,
  objects: { id: 'job' },
  answer: jobView,
  async handle({ office, viewer, params }) {
    const found = await jobOf(office, viewer, params.id)
    return { ...sayJob(found), items: found.items.map(sayJobItem) }
  },
})
