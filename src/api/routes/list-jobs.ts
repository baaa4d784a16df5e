import { jobsOf } from '../../app/office/index.ts'
import { cursorOf, pageOf } from '../cursor.ts'
import { route } from '../route.ts'
import { listQuery, page } from '../schemas/common.ts'
import { job, sayJob } from '../schemas/jobs.ts'

export const listJobs = route({
  method: 'GET',
  path: '/api/jobs',
  summary: { zh: '后台任务', en: 'Jobs' },
  query: listQuery,
  answer: page(job),
  async handle({ office, viewer, query: { limit, after } }) {
    const before = after === undefined ? undefined : (cursorOf(after, 2) as readonly [string, string])
    const found = await jobsOf(office, viewer, { limit: limit + 1, ...(before === undefined ? {} : { before }) })
    const { items, next } = pageOf(found, limit, ({ at, id }) => [at, id])
    return { items: items.map(sayJob), next }
  },
})
