import { z } from 'zod'
import { organisationsOf } from '../../app/office/index.ts'
import { cursorOf, pageOf } from '../cursor.ts'
import { route } from '../route.ts'
import { id, listQuery, page, regionCode } from '../schemas/common.ts'
import { organisation } from '../schemas/people.ts'
import { sayOrganisation } from '../schemas/say.ts'

export const listOrganisations = route({
  method: 'GET',
  path: '/api/organisations',
  summary: { zh: '单位一览', en: 'Organisations' },
  query: listQuery.extend({
    region: regionCode.optional(),
    kind: z.enum(['financeBureau', 'department', 'unit']).optional(),
    parent: id.optional(),
    q: z.string().max(100).optional(),
  }),
  answer: page(organisation),
  async handle({ office, viewer, query }) {
    const { after, limit, ...asked } = query
    const found = await organisationsOf(office, viewer, {
      ...asked,
      limit: limit + 1,
      ...(after === undefined ? {} : { after: cursorOf(after, 2) as unknown as readonly [string, string] }),
    })
    return pageOf(found.map(sayOrganisation), limit, ({ name, id: last }) => [name, last])
  },
})
