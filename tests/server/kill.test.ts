import { expect, it } from 'vitest'
import { killOften } from '../../scripts/server/kill.ts'

it('loses no acknowledged edit when the server is killed twenty times under load', async () => {
  const result = await killOften(20, 20_260)
  expect(result).toMatchObject({ lost: 0, chain: true, withDatabase: 6 })
  expect(result.acknowledged).toBeGreaterThan(20)
}, 600_000)
