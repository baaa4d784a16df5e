import { z } from 'zod'
import { tokensOf } from '../../app/office/index.ts'
import { route } from '../route.ts'

export const listTokens = route({
  method: 'GET',
  path: '/api/me/tokens',
  summary: { zh: '自己的访问令牌', en: 'One’s tokens' },
  answer: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), created: z.string(), expires: z.string() })),
  }),
  handle: async ({ office, viewer }) => ({ items: await tokensOf(office, viewer) }),
})
