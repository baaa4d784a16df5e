import { z } from 'zod'
import { loadRegions as load } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { region } from '../schemas/people.ts'

export const loadRegions = route({
  method: 'PUT',
  path: '/api/regions',
  summary: { zh: '载入行政区划代码表', en: 'Load the table of regions' },
  body: z.object({ regions: z.array(region).min(1).max(50_000) }),
  answer: 'nothing',
  handle: async ({ office, viewer, body }) => load(office, viewer, body.regions),
})
