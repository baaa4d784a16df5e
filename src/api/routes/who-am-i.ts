import { route } from '../route.ts'
import { me } from '../schemas/people.ts'
import { sayMe } from '../schemas/say.ts'

export const whoAmI = route({
  method: 'GET',
  path: '/api/me',
  summary: { zh: '当前用户', en: 'Who is signed in' },
  beforePassword: true,
  answer: me,
  handle: async ({ viewer, csrf }) => sayMe(viewer, csrf),
})
