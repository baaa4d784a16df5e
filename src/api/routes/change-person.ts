import { z } from 'zod'
import { changePerson as change } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, id, regionCode, text } from '../schemas/common.ts'
import { person, seat } from '../schemas/people.ts'
import { sayPerson } from '../schemas/say.ts'

export const changePerson = route({
  method: 'PATCH',
  path: '/api/people/:id',
  summary: { zh: '修改人员、角色、停用', en: 'Change a person, the roles, close the account' },
  params: byId,
  objects: { id: 'person' },
  body: z.object({
    region: regionCode.optional(),
    name: text(100, 1).optional(),
    organisation: id.nullable().optional(),
    roles: z.array(seat).max(50).optional(),
    active: z.boolean().optional(),
  }),
  answer: person,
  handle: async ({ office, viewer, params, body }) => sayPerson(await change(office, viewer, params.id, body)),
})
