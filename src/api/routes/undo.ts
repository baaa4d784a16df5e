import { z } from 'zod'
import { stepBack } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { editResult } from '../schemas/filings.ts'
import { sayEdits } from '../schemas/say-filing.ts'

export const undo = route({
  method: 'POST',
  path: '/api/filings/:id/undo',
  summary: { zh: '撤销自己的上一步', en: 'Take back one’s last step' },
  params: byId,
  objects: { id: 'filing' },
  body: z.object({ basis: z.number().int().min(0) }),
  answer: editResult,
  handle: async ({ office, viewer, params, body }) =>
    sayEdits(await stepBack(office, viewer, params.id, 'undo', body.basis)),
})
