import { z } from 'zod'
import { signIn } from '../../app/office/index.ts'
import { setSession } from '../cookies.ts'
import { publicRoute } from '../route.ts'
import { me, password } from '../schemas/people.ts'
import { sayMe } from '../schemas/say.ts'

export const logIn = publicRoute({
  method: 'POST',
  path: '/api/login',
  summary: { zh: '登录', en: 'Sign in' },
  body: z.object({ login: z.string().max(64), password }),
  answer: me,
  perMinute: 60,
  async handle({ office, body, request, reply }) {
    const { viewer, session } = await signIn(office, body.login, body.password)
    setSession(request, reply, session.secret, session.expires)
    return sayMe(viewer, session.csrf)
  },
})
