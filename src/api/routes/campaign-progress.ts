import { z } from 'zod'
import { campaignProgress as progressOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { id } from '../schemas/common.ts'
import { progress } from '../schemas/insight.ts'

export const campaignProgress = route({
  method: 'GET',
  path: '/api/campaigns/:campaign/progress',
  summary: { zh: '报送进度：按部门、环节、日期', en: 'How far a campaign has come: by department, stage, day' },
  params: z.object({ campaign: id }),
  objects: { campaign: 'campaign' },
  answer: progress,
  async handle({ office, viewer, params }) {
    const { rows, days, ...rest } = await progressOf(office, viewer, params.campaign)
    return { ...rest, rows: rows.map((row) => ({ ...row, stages: { ...row.stages } })), days: [...days] }
  },
})
