import { dropEvidence as drop } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id } from '../schemas/common.ts'

export const dropEvidence = route({
  method: 'DELETE',
  path: '/api/filings/:id/evidence/:evidence',
  summary: { zh: '移除佐证材料', en: 'Take an evidence file off' },
  params: byId.extend({ evidence: id }),
  objects: { id: 'filing', evidence: 'evidence' },
  answer: 'nothing',
  handle: async ({ office, viewer, params }) => drop(office, viewer, params.id, params.evidence),
})
