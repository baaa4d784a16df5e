import { z } from 'zod'
import { reviewSheetOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { shape } from '../schemas/shapes.ts'

export const showReviewSheet = route({
  method: 'GET',
  path: '/api/filings/:id/review-sheet',
  summary: {
    zh: '复核表：自评与复核得分、审减、偏离度',
    en: 'Own and reviewed points, what was deducted, how far apart',
  },
  params: byId,
  objects: { id: 'filing' },
  answer: z.object({
    rows: z.array(shape('ReviewedRow', 'core/review ReviewedRow')),
    total: shape('ReviewedTotal', 'core/review ReviewSheet total'),
    assessed: z.number().int(),
    missing: z.number().int(),
    grade: z.object({ own: z.string().nullable(), reviewed: z.string().nullable() }),
  }),
  async handle({ office, viewer, params }) {
    const { rows, ...rest } = await reviewSheetOf(office, viewer, params.id)
    return { ...rest, rows: [...rows] }
  },
})
