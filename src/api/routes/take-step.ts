import { filingOf, takeStep as take } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { eventInput, filingView } from '../schemas/filings.ts'
import { eventOf, sayFiling } from '../schemas/say-filing.ts'

export const takeStep = route({
  method: 'POST',
  path: '/api/filings/:id/events',
  summary: { zh: '办理一步：提交、退回、审核、受理……', en: 'One step: submit, return, pass on, accept …' },
  params: byId,
  objects: { id: 'filing' },
  body: eventInput,
  answer: filingView,
  async handle({ office, viewer, params, body }) {
    await take(office, viewer, params.id, eventOf(body))
    return sayFiling(await filingOf(office, viewer, params.id))
  },
})
