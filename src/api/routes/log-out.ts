import { signOut } from '../../app/office/index.ts'
import { clearSession, sessionCookie } from '../cookies.ts'
import { route } from '../route.ts'

export const logOut = route({
  method: 'POST',
  path: '/api/logout',
  summary: { zh: '退出', en: 'Sign out' },
  beforePassword: true,
  answer: 'nothing',
  async handle({ office, request, reply }) {
    const secret = request.cookies[sessionCookie]
    if (secret !== undefined) await signOut(office, secret)
    clearSession(reply)
  },
})
