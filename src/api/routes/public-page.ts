import { z } from 'zod'
import { publishedForms, publishedShelves } from '../../app/office/index.ts'
import { cursorOf, pageOf } from '../cursor.ts'
import { publicListPage } from '../public-pages.ts'
import { publicRoute } from '../route.ts'
import { lang, listQuery, regionCode } from '../schemas/common.ts'

export const publicPage = publicRoute({
  method: 'GET',
  path: '/public',
  summary: { zh: '公开页：已公开的自评表', en: 'The public page of published forms' },
  query: listQuery.extend({
    // A field of the page's form that was left empty is one that was not asked for.
    year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
    region: regionCode.optional().catch(undefined),
    q: z.string().max(100).optional(),
    lang,
  }),
  answer: 'file',
  async handle({ office, query }) {
    const { after, limit, year, region, q, lang: spoken } = query
    const [found, shelves] = await Promise.all([
      publishedForms(office, {
        limit: limit + 1,
        ...(year === undefined ? {} : { year }),
        ...(region === undefined ? {} : { region }),
        ...(q === undefined || q === '' ? {} : { q }),
        ...(after === undefined ? {} : { after: cursorOf(after, 2) as unknown as readonly [string, string] }),
      }),
      publishedShelves(office),
    ])
    const shown = pageOf(found, limit, (last) => [last.publishedAt, last.id])
    const body = publicListPage(shown.items, shelves, { year, region, q, next: shown.next, lang: spoken })
    return { type: 'text/html; charset=utf-8', body }
  },
})
