import { z } from 'zod'
import { addPerson as add } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { id, regionCode, text } from '../schemas/common.ts'
import { login, password, person, seat } from '../schemas/people.ts'
import { sayPerson } from '../schemas/say.ts'

export const addPerson = route({
  method: 'POST',
  path: '/api/people',
  summary: { zh: '新增人员', en: 'Add a person' },
  body: z.object({
    region: regionCode.optional(),
    login,
    name: text(100, 1),
    organisation: id.nullable(),
    roles: z.array(seat).max(50),
    password,
  }),
  answer: person,
  status: 201,
  handle: async ({ office, viewer, body }) => sayPerson(await add(office, viewer, body)),
})
