import { z } from 'zod'
import { publicForm } from '../../app/office/index.ts'
import { publicFormPage as page } from '../public-pages.ts'
import { publicRoute } from '../route.ts'
import { byId, lang } from '../schemas/common.ts'

export const publicFormPage = publicRoute({
  method: 'GET',
  path: '/public/forms/:id',
  summary: { zh: '公开页：一份自评表说了什么', en: 'The public page of one form, in plain words' },
  params: byId,
  objects: { id: 'published' },
  query: z.object({ lang }),
  answer: 'file',
  perMinute: 120,
  async handle({ office, params, query }) {
    return { type: 'text/html; charset=utf-8', body: page(await publicForm(office, params.id), query.lang) }
  },
})
