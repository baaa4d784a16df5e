import { z } from 'zod'
import { changeOrganisation as change } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId, regionCode, text } from '../schemas/common.ts'
import { organisation } from '../schemas/people.ts'
import { sayOrganisation } from '../schemas/say.ts'

export const changeOrganisation = route({
  method: 'PATCH',
  path: '/api/organisations/:id',
  summary: { zh: '修改单位', en: 'Change an organisation' },
  params: byId,
  objects: { id: 'organisation' },
  body: z.object({ region: regionCode.optional(), name: text(200, 1).optional(), active: z.boolean().optional() }),
  answer: organisation,
  handle: async ({ office, viewer, params, body }) => sayOrganisation(await change(office, viewer, params.id, body)),
})
