import { importBytes, readImport } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { imported } from '../schemas/many.ts'
import { sayImported } from '../schemas/say-import.ts'

export const importForm = route({
  method: 'POST',
  path: '/api/filings/:id/import',
  summary: {
    zh: '读取文件，列出须确认的内容；尚不改动',
    en: 'Read a file and say what must be confirmed; nothing is changed yet',
  },
  params: byId,
  objects: { id: 'filing' },
  upload: importBytes,
  answer: imported,
  perMinute: 60,
  handle: async ({ office, viewer, params, upload }) =>
    sayImported(await readImport(office, viewer, params.id, upload!)),
})
