/** Forms that are right under an edition, in every layout of its kind, give no error and no warning. */

import { describe, expect, it } from 'vitest'
import type { Edition } from '../../src/core/rulebook/edition.ts'
import { editions, layouts } from '../../src/core/rulebook/index.ts'
import type { Layout } from '../../src/core/rulebook/layout.ts'
import { alarmsOf, checkForm } from '../support/check-form.ts'
import { generateForm } from '../support/generate-form.ts'
import { Random } from '../support/random.ts'
import { runsOf } from '../support/runs.ts'

const runs = runsOf('no false alarm', 200)

interface Pairing {
  readonly edition: Edition
  readonly layout: Layout
}

const pairings: readonly Pairing[] = editions
  // A score sheet whose points of output are not on file has no right form that could be made.
  .filter(({ blocks }) => blocks.some(({ kinds }) => kinds.includes('output')))
  .flatMap((edition) => layouts.filter(({ kind }) => kind === edition.kind).map((layout) => ({ edition, layout })))

/** Most forms are short, some have three hundred rows. */
function rowsOf(random: Random): number {
  return random.chance(5) ? random.int(121, 300) : random.chance(30) ? random.int(41, 120) : random.int(1, 40)
}

describe('a form that is right', () => {
  it(`raises no alarm: ${pairings.length} pairings of edition and layout`, () => {
    const alarms: string[] = []
    let rows = 0
    for (let run = 0; run < runs.count && alarms.length < 20; run++) {
      const seed = runs.of(run)
      const { edition, layout } = pairings[run % pairings.length]!
      const count = rowsOf(new Random(seed))
      const { form } = generateForm(seed, { edition, layout, rows: count })
      rows += form.indicators.length
      const { findings, complete } = checkForm(form, edition.id)
      const found = complete ? alarmsOf(findings) : ['a check crashed']
      alarms.push(...found.map((alarm) => `${edition.id} in ${layout.id}, seed ${seed}, ${count} rows: ${alarm}`))
    }
    expect(alarms).toEqual([])
    expect(rows).toBeGreaterThan(runs.count)
  }, 1_200_000)
})
