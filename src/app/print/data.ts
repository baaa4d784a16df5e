/** Open data: forms as JSON by a published schema, or as tidy CSV tables in a described package. */

import type { Product } from './product.ts'

export const data: Product = {
  id: 'data',
  title: { zh: '开放数据', en: 'open data' },
  formats: ['json', 'csv'],
  rules: {},
  async print({ reports, to }) {
    const { dataJson, publish } = await import('../open-data/publish.ts')
    const published = publish(reports)
    if (to === 'json') {
      return { files: [{ tail: '.json', content: new TextEncoder().encode(dataJson(published)) }], findings: [] }
    }
    const { packageOf } = await import('../open-data/package.ts')
    return { files: [{ tail: '.zip', content: packageOf(published) }], findings: [] }
  },
}
