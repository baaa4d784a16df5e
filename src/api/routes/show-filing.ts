import { filingOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { filingView } from '../schemas/filings.ts'
import { sayFiling } from '../schemas/say-filing.ts'

export const showFiling = route({
  method: 'GET',
  path: '/api/filings/:id',
  summary: { zh: '一份自评表', en: 'One filing' },
  params: byId,
  objects: { id: 'filing' },
  answer: filingView,
  handle: async ({ office, viewer, params }) => sayFiling(await filingOf(office, viewer, params.id)),
})
