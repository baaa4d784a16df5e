import { z } from 'zod'
import { addOrganisation as add } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { id, regionCode, text } from '../schemas/common.ts'
import { organisation } from '../schemas/people.ts'
import { sayOrganisation } from '../schemas/say.ts'

export const addOrganisation = route({
  method: 'POST',
  path: '/api/organisations',
  summary: { zh: '新增单位', en: 'Add an organisation' },
  body: z.object({
    region: regionCode.optional(),
    kind: z.enum(['financeBureau', 'department', 'unit']),
    name: text(200, 1),
    parent: id.nullable(),
  }),
  answer: organisation,
  status: 201,
  handle: async ({ office, viewer, body }) => sayOrganisation(await add(office, viewer, body)),
})
