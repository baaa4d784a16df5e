import { z } from 'zod'
import { importsWaiting } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { waitingImport } from '../schemas/many.ts'

export const listWaitingImports = route({
  method: 'GET',
  path: '/api/filings/:id/import/waiting',
  summary: {
    zh: '成批导入时读得把握不足、待确认的文件',
    en: 'Files of bulk imports that were read with doubt and wait to be confirmed',
  },
  params: byId,
  objects: { id: 'filing' },
  answer: z.object({ items: z.array(waitingImport) }),
  perMinute: 600,
  handle: async ({ office, viewer, params }) => ({ items: await importsWaiting(office, viewer, params.id) }),
})
