import { cancelJob as cancel } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'

export const cancelJob = route({
  method: 'DELETE',
  path: '/api/jobs/:id',
  summary: { zh: '取消后台任务', en: 'Call a job off' },
  params: byId,
  objects: { id: 'job' },
  answer: 'nothing',
  handle: async ({ office, viewer, params }) => cancel(office, viewer, params.id),
})
