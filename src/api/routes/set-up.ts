import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Problem, setUp as setUpOffice, signIn } from '../../app/office/index.ts'
import { setSession } from '../cookies.ts'
import { publicRoute } from '../route.ts'
import { me, password } from '../schemas/people.ts'
import { sayMe } from '../schemas/say.ts'

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export const setUp = publicRoute({
  method: 'POST',
  path: '/api/setup',
  summary: { zh: '首次运行：设置管理员密码', en: 'First run: the administrator’s password' },
  body: z.object({ password, token: z.string().max(200).describe('终端上显示的一次性口令 · printed on the terminal') }),
  answer: me,
  perMinute: 20,
  async handle({ office, settings, body, request, reply }) {
    if (!isSame(body.token, settings.setUpToken)) throw new Problem('forbidden')
    await setUpOffice(office, body.password)
    const { viewer, session } = await signIn(office, 'admin', body.password)
    setSession(request, reply, session.secret, session.expires)
    return sayMe(viewer, session.csrf)
  },
})
