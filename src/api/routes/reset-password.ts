import { z } from 'zod'
import { resetPassword as reset } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, regionCode } from '../schemas/common.ts'
import { password } from '../schemas/people.ts'

export const resetPassword = route({
  method: 'POST',
  path: '/api/people/:id/password',
  summary: { zh: '重置密码并解锁', en: 'A new password; the account is unlocked' },
  params: byId,
  objects: { id: 'person' },
  body: z.object({ region: regionCode.optional(), password }),
  answer: 'nothing',
  handle: async ({ office, viewer, params, body }) => reset(office, viewer, params.id, body.password, body.region),
})
