import { z } from 'zod'
import { campaignOf, takeSteps } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { bilingual, byId, id } from '../schemas/common.ts'
import { eventInput } from '../schemas/filings.ts'
import { eventOf } from '../schemas/say-filing.ts'

export const stepMany = route({
  method: 'POST',
  path: '/api/campaigns/:id/bulk',
  summary: { zh: '成批办理同一步骤', en: 'The same step for many filings' },
  apart: true,
  params: byId,
  objects: { id: 'campaign' },
  body: eventInput.extend({ filings: z.array(id).min(1).max(1000) }),
  answer: z.object({
    done: z.array(z.string()),
    refused: z.array(z.object({ id: z.string(), code: z.string(), title: bilingual })),
  }),
  async handle({ office, viewer, params, body }) {
    await campaignOf(office, viewer, params.id)
    const { filings, ...event } = body
    const { done, refused } = await takeSteps(office, viewer, filings, eventOf(event))
    return { done: [...done], refused: [...refused] }
  },
})
