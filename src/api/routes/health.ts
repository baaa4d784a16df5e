import { z } from 'zod'
import { pingStore } from '../../app/office/index.ts'
import { publicRoute } from '../route.ts'

export const health = publicRoute({
  method: 'GET',
  path: '/api/health',
  summary: { zh: '服务是否正常', en: 'Whether the server is well' },
  answer: z.object({
    ok: z.boolean(),
    version: z.string(),
    database: z.object({ kind: z.enum(['embedded', 'served']), version: z.string() }),
    /** Seconds that the machine's clock stands behind the last entry of the record. */
    clockBehind: z.number(),
  }),
  async handle({ office, settings }) {
    await pingStore(office)
    const { kind, version } = office.store
    return { ok: true, version: settings.version, database: { kind, version }, clockBehind: office.clockBehind }
  },
})
