import { z } from 'zod'
import { draftsBeside } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { draft } from '../schemas/filings.ts'

export const showBeside = route({
  method: 'GET',
  path: '/api/filings/:id/beside',
  summary: {
    zh: '本单位往年的表、所属项目的表、批复的绩效目标（供比对检查）',
    en: 'Forms of earlier years and of projects, and the approved targets, to check against',
  },
  params: byId,
  objects: { id: 'filing' },
  answer: z.object({
    years: z.array(z.object({ year: z.number().int(), draft })),
    projects: z.array(draft),
    approved: draft.nullable(),
  }),
  perMinute: 120,
  async handle({ office, viewer, params }) {
    const { years, projects, approved } = await draftsBeside(office, viewer, params.id)
    return { years: years.map(({ year, of }) => ({ year, draft: of })), projects: [...projects], approved }
  },
})
