import { z } from 'zod'
import { handOver as hand } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id, regionCode } from '../schemas/common.ts'
import { person } from '../schemas/people.ts'
import { sayPerson } from '../schemas/say.ts'

export const handOver = route({
  method: 'POST',
  path: '/api/people/:id/hand-over',
  summary: { zh: '离岗交接：全部角色交给另一人', en: 'Someone leaves: all roles go to another' },
  params: byId,
  objects: { id: 'person' },
  body: z.object({ region: regionCode.optional(), to: id }),
  answer: person,
  handle: async ({ office, viewer, params, body }) =>
    sayPerson(await hand(office, viewer, params.id, body.to, body.region)),
})
