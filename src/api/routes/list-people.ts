import { z } from 'zod'
import { peopleOf } from '../../app/office/index.ts'
import { cursorOf, pageOf } from '../cursor.ts'
import { route } from '../route.ts'
import { id, listQuery, page, regionCode } from '../schemas/common.ts'
import { person } from '../schemas/people.ts'
import { sayPerson } from '../schemas/say.ts'

export const listPeople = route({
  method: 'GET',
  path: '/api/people',
  summary: { zh: '人员一览', en: 'People' },
  query: listQuery.extend({
    region: regionCode.optional(),
    organisation: id.optional(),
    q: z.string().max(100).optional(),
  }),
  answer: page(person),
  async handle({ office, viewer, query }) {
    const { after, limit, ...asked } = query
    const found = await peopleOf(office, viewer, {
      ...asked,
      limit: limit + 1,
      ...(after === undefined ? {} : { after: cursorOf(after, 1)[0]! }),
    })
    return pageOf(found.map(sayPerson), limit, ({ login }) => [login])
  },
})
