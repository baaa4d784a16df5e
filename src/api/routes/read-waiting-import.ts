import { z } from 'zod'
import { readWaiting } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { imported } from '../schemas/many.ts'
import { sayImported } from '../schemas/say-import.ts'

export const readWaitingImport = route({
  method: 'POST',
  path: '/api/filings/:id/import/waiting',
  summary: {
    zh: '读取成批导入时待确认的文件，列出须确认的内容；尚不改动',
    en: 'Read a file that waits to be confirmed; nothing is changed yet',
  },
  params: byId,
  objects: { id: 'filing' },
  body: z.object({ upload: z.string().regex(/^[0-9a-f]{64}$/) }),
  answer: imported,
  perMinute: 60,
  handle: async ({ office, viewer, params, body }) =>
    sayImported(await readWaiting(office, viewer, params.id, body.upload)),
})
