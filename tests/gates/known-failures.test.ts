import { describe, expect, it } from 'vitest'
import { expectedForms, failuresOf, knownFailures } from '../support/expected.ts'

const listed = expectedForms().filter(({ slug }) => knownFailures(slug).length > 0)

describe('known failures are listed strictly', () => {
  it('what is listed still fails, and fails as listed', async () => {
    for (const { slug, file } of listed) {
      const now = new Map((await failuresOf(slug, file)).map((failure) => [failure.path, failure]))
      for (const failure of knownFailures(slug)) {
        expect(
          now.get(failure.path),
          `${slug}: ${failure.path} is no longer wrong, or otherwise; mend the list`,
        ).toEqual(failure)
      }
    }
  })

  it('no path is listed twice', () => {
    for (const { slug } of listed) {
      const paths = knownFailures(slug).map(({ path }) => path)
      expect(new Set(paths).size, slug).toBe(paths.length)
    }
  })
})
