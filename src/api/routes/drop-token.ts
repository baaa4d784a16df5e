import { dropToken as drop } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'

export const dropToken = route({
  method: 'DELETE',
  path: '/api/me/tokens/:id',
  summary: { zh: '作废访问令牌', en: 'Withdraw a token' },
  params: byId,
  objects: { id: 'token' },
  answer: 'nothing',
  handle: async ({ office, viewer, params }) => drop(office, viewer, params.id),
})
