import { z } from 'zod'
import { markRead } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { id } from '../schemas/common.ts'

export const readNotices = route({
  method: 'POST',
  path: '/api/notices/read',
  summary: { zh: '通知已读', en: 'Notices were read' },
  body: z.object({ ids: z.array(id).min(1).max(500) }),
  answer: 'nothing',
  handle: async ({ office, viewer, body }) => markRead(office, viewer, body.ids),
})
