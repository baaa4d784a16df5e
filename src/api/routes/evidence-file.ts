import { evidenceFile as file } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id } from '../schemas/common.ts'

export const evidenceFile = route({
  method: 'GET',
  path: '/api/filings/:id/evidence/:evidence/file',
  summary: { zh: '下载佐证材料', en: 'An evidence file' },
  params: byId.extend({ evidence: id }),
  objects: { id: 'filing', evidence: 'evidence' },
  answer: 'file',
  async handle({ office, viewer, params }) {
    const { evidence, content } = await file(office, viewer, params.id, params.evidence)
    return { type: evidence.type, name: evidence.name, body: content }
  },
})
