import { z } from 'zod'
import { changesOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { changes } from '../schemas/filings.ts'
import { sayChanged } from '../schemas/say-filing.ts'

export const listChanges = route({
  method: 'GET',
  path: '/api/filings/:id/changes',
  summary: { zh: '某版本之后的修改', en: 'Changes after a revision' },
  params: byId,
  objects: { id: 'filing' },
  query: z.object({ since: z.coerce.number().int().min(0) }),
  answer: changes,
  async handle({ office, viewer, params, query }) {
    const { revision, changed } = await changesOf(office, viewer, params.id, query.since)
    return { revision, changed: sayChanged(changed) }
  },
})
