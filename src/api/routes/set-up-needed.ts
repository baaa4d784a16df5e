import { z } from 'zod'
import { isFirstRun } from '../../app/office/index.ts'
import { publicRoute } from '../route.ts'

export const setUpNeeded = publicRoute({
  method: 'GET',
  path: '/api/setup',
  summary: { zh: '是否首次运行', en: 'Whether this is the first run' },
  answer: z.object({ needed: z.boolean() }),
  handle: async ({ office }) => ({ needed: await isFirstRun(office) }),
})
