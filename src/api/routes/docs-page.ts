import { docsPage as page } from '../pages.ts'
import { publicRoute } from '../route.ts'

export const docsPage = publicRoute({
  method: 'GET',
  path: '/api/docs',
  summary: { zh: '接口说明页', en: 'A readable page of the interface' },
  answer: 'file',
  async handle({ settings }) {
    // The table of routes holds this one: it is asked for when the page is.
    const { routes } = await import('./index.ts')
    return { type: 'text/html; charset=utf-8', body: page(routes, settings.version) }
  },
})
