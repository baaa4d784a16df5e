import { editFiling as edit } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { editInput, editResult } from '../schemas/filings.ts'
import { sayEdits } from '../schemas/say-filing.ts'

export const editFiling = route({
  method: 'POST',
  path: '/api/filings/:id/edits',
  summary: { zh: '修改单元格（已写入磁盘才应答）', en: 'Change cells (answered when on the disk)' },
  params: byId,
  objects: { id: 'filing' },
  body: editInput,
  answer: editResult,
  handle: async ({ office, viewer, params, body }) => sayEdits(await edit(office, viewer, params.id, body)),
})
