import { z } from 'zod'
import { regionsOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { region } from '../schemas/people.ts'

export const listRegions = route({
  method: 'GET',
  path: '/api/regions',
  summary: { zh: '行政区划代码表', en: 'The table of regions' },
  answer: z.object({ items: z.array(region) }),
  handle: async ({ office }) => ({ items: await regionsOf(office) }),
})
