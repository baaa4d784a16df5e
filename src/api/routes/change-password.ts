import { z } from 'zod'
import { changePassword as change } from '../../app/office/index.ts'
import { clearSession } from '../cookies.ts'
import { route } from '../route.ts'
import { password } from '../schemas/people.ts'

export const changePassword = route({
  method: 'POST',
  path: '/api/me/password',
  summary: { zh: '修改自己的密码（之后重新登录）', en: 'Change one’s password (and sign in again)' },
  beforePassword: true,
  body: z.object({ current: password, next: password }),
  answer: 'nothing',
  perMinute: 20,
  async handle({ office, viewer, body, reply }) {
    await change(office, viewer, body.current, body.next)
    clearSession(reply)
  },
})
