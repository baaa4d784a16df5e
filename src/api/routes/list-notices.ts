import { z } from 'zod'
import { noticesOf } from '../../app/office/index.ts'
import { cursorOf, pageOf } from '../cursor.ts'
import { route } from '../route.ts'
import { listQuery, page } from '../schemas/common.ts'
import { notice, sayNotice } from '../schemas/jobs.ts'

export const listNotices = route({
  method: 'GET',
  path: '/api/notices',
  summary: { zh: '给自己的通知', en: 'One’s own notices' },
  query: listQuery.extend({ unread: z.enum(['true', 'false']).default('false') }),
  answer: page(notice),
  async handle({ office, viewer, query: { limit, after, unread } }) {
    const before = after === undefined ? undefined : (cursorOf(after, 2) as readonly [string, string])
    const found = await noticesOf(office, viewer, {
      limit: limit + 1,
      unread: unread === 'true',
      ...(before === undefined ? {} : { before }),
    })
    const { items, next } = pageOf(found, limit, ({ at, id }) => [at, id])
    return { items: items.map(sayNotice), next }
  },
})
