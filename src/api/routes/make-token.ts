import { z } from 'zod'
import { makeToken as make } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { text } from '../schemas/common.ts'

export const makeToken = route({
  method: 'POST',
  path: '/api/me/tokens',
  summary: { zh: '新建访问令牌（只显示一次）', en: 'A new token (shown once)' },
  body: z.object({ name: text(100, 1), days: z.number().int().min(1).max(366) }),
  answer: z.object({ id: z.string(), name: z.string(), created: z.string(), expires: z.string(), token: z.string() }),
  status: 201,
  handle: async ({ office, viewer, body }) => make(office, viewer, body.name, body.days),
})
