import { z } from 'zod'
import { stepBack } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { editResult } from '../schemas/filings.ts'
import { sayEdits } from '../schemas/say-filing.ts'

export const redo = route({
  method: 'POST',
  path: '/api/filings/:id/redo',
  summary: { zh: '恢复撤销的一步', en: 'Do again what was taken back' },
  params: byId,
  objects: { id: 'filing' },
  body: z.object({ basis: z.number().int().min(0) }),
  answer: editResult,
  handle: async ({ office, viewer, params, body }) =>
    sayEdits(await stepBack(office, viewer, params.id, 'redo', body.basis)),
})
