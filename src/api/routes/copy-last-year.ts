import { z } from 'zod'
import { copyLastYear as copy } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { editResult } from '../schemas/filings.ts'
import { sayEdits } from '../schemas/say-filing.ts'

export const copyLastYear = route({
  method: 'POST',
  path: '/api/filings/:id/copy-last-year',
  summary: { zh: '复制上年指标（不含完成值和得分）', en: 'Last year’s indicators, without actual values and scores' },
  params: byId,
  objects: { id: 'filing' },
  body: z.object({}),
  answer: editResult,
  handle: async ({ office, viewer, params }) => sayEdits(await copy(office, viewer, params.id)),
})
