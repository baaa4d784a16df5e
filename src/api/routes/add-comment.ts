import { z } from 'zod'
import { addComment as add } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id, text } from '../schemas/common.ts'
import { comment } from '../schemas/filings.ts'
import { sayComment } from '../schemas/say-filing.ts'

export const addComment = route({
  method: 'POST',
  path: '/api/filings/:id/comments',
  summary: { zh: '在格子旁批注；place 为 form、行、“行 列”或 rule:检查', en: 'A comment beside a cell' },
  params: byId,
  objects: { id: 'filing' },
  body: z.object({ place: text(200, 1), text: text(5000, 1), answers: id.nullable().default(null) }),
  answer: comment,
  status: 201,
  handle: async ({ office, viewer, params, body }) => sayComment(await add(office, viewer, params.id, body)),
})
