import { z } from 'zod'
import { settleComment as settle } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id } from '../schemas/common.ts'
import { comment } from '../schemas/filings.ts'
import { sayComment } from '../schemas/say-filing.ts'

export const settleComment = route({
  method: 'POST',
  path: '/api/filings/:id/comments/:comment/resolve',
  summary: { zh: '批注已处理', en: 'A comment is dealt with' },
  params: byId.extend({ comment: id }),
  objects: { id: 'filing', comment: 'comment' },
  body: z.object({}),
  answer: comment,
  handle: async ({ office, viewer, params }) => sayComment(await settle(office, viewer, params.id, params.comment)),
})
