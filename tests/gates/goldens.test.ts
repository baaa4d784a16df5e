import { describe, expect, it } from 'vitest'
import { corpusForms, goldensOf } from '../support/golden.ts'

describe('every corpus form gives what is kept beside it', () => {
  it.each(corpusForms())('$slug', async ({ slug, file }) => {
    for (const { name, now, kept } of await goldensOf(slug, file)) {
      expect(kept, `${slug}/${name}: run \`npm run goldens\` and read the diff`).not.toBeNull()
      expect(now, `${slug}/${name}`).toBe(kept)
    }
  })
})
