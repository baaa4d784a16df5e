import { z } from 'zod'
import { publicationCheck } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { bilingual, byId } from '../schemas/common.ts'

export const checkPublication = route({
  method: 'GET',
  path: '/api/filings/:id/publication-check',
  summary: { zh: '公开前须确认的内容', en: 'What must be confirmed before publication' },
  params: byId,
  objects: { id: 'filing' },
  answer: z.object({
    items: z.array(
      z.object({
        /** Goes into `confirmed` of the steps checkPublication and publish. */
        key: z.string(),
        kind: z.string(),
        /** Row id and column. */
        place: z.string(),
        text: bilingual,
        excerpt: z.string(),
        certain: z.boolean(),
      }),
    ),
  }),
  handle: async ({ office, viewer, params }) => ({ items: [...(await publicationCheck(office, viewer, params.id))] }),
})
