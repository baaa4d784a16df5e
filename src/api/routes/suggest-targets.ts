import { z } from 'zod'
import { suggestionsFor } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { shape } from '../schemas/shapes.ts'

export const suggestTargets = route({
  method: 'GET',
  path: '/api/filings/:id/suggestions',
  summary: {
    zh: '下年指标值建议区间及理由（不写入表）',
    en: 'Next year’s targets as ranges with reasons; never written',
  },
  params: byId,
  objects: { id: 'filing' },
  answer: z.object({
    items: z.array(
      z.object({
        index: z.number().int(),
        name: z.string(),
        unit: z.string(),
        suggestion: shape('TargetSuggestion', 'core/insight TargetSuggestion'),
      }),
    ),
  }),
  perMinute: 60,
  handle: async ({ office, viewer, params }) => ({ items: [...(await suggestionsFor(office, viewer, params.id))] }),
})
