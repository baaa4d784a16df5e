/** Each error put into a right form makes the check fire that is made for it, at its place, and no other but those named beside it with their reason. */

import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { catalogue } from '../../src/core/checks/index.ts'
import { evaluate } from '../../src/core/evaluate/index.ts'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Finding } from '../../src/core/model/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { editionById, layoutById } from '../../src/core/rulebook/index.ts'
import { generateForm } from '../support/generate-form.ts'
import { type Injector, injectors } from '../support/injectors/index.ts'
import { formIn } from '../support/places.ts'
import { runsOf } from '../support/runs.ts'

const runs = runsOf('injected errors', 20)

const settings = {
  department: { edition: 'shenzhen-department-2021', layout: 'shenzhen-department' },
  project: { edition: 'national-project-2020', layout: 'national-project' },
} as const

const codes = new Map(catalogue.map(({ id, code }) => [id, code]))

interface Tally {
  tried: number
  hit: number
  alone: number
  readonly beside: Map<string, number>
}

const table = new Map<Injector, Tally>()

function asText({ rule, message, at, data }: Finding): string {
  return `${rule}/${message}@${at[0].path} ${JSON.stringify(data)}`
}

/** What is said of the form with the error and was not said without it. */
function findingsOf(
  injector: Injector,
  seed: number,
  rows: number,
): { findings: readonly Finding[]; at: readonly string[] } | null {
  const { edition: id, layout: layoutId } = settings[injector.kind]
  const [edition, layout] = [editionById(id)!, layoutById(injector.layout ?? layoutId)!]
  const right = generateForm(seed, { edition, layout, rows })
  const injection = injector.inject(right)
  if (injection === null) return null
  const before = new Set(evaluate({ form: right.form, edition: id }).value!.findings.map(asText))
  const form = formIn(layout, injection.sketch)
  const read =
    injection.damage === undefined ? { form } : recognise([injection.damage(layOutForm(form, layout))]).forms[0]!
  const { value } = evaluate({ ...read, edition: id })
  return { findings: value!.findings.filter((finding) => !before.has(asText(finding))), at: injection.at }
}

describe.each(injectors.map((injector) => ({ ...injector, injector })))('$code: $error', ({ injector, code }) => {
  it('is found where it is, and nothing else', () => {
    const tally: Tally = { tried: 0, hit: 0, alone: 0, beside: new Map() }
    table.set(injector, tally)
    const wrong: string[] = []
    for (let run = 0; tally.tried < runs.count && run < runs.count * 20 && wrong.length < 5; run++) {
      const seed = runs.of(run)
      const result = findingsOf(injector, seed, 12 + (run % 30))
      if (result === null) continue
      tally.tried++
      const mine = result.findings.filter(({ rule }) => codes.get(rule) === code)
      const placed = mine.some(({ at }) => at.some(({ path }) => result.at.some((place) => path.startsWith(place))))
      if (placed) tally.hit++
      // A hint beside is no alarm.
      const beside = result.findings.filter(({ rule, severity }) => codes.get(rule) !== code && severity !== 'info')
      if (beside.length === 0) tally.alone++
      for (const other of new Set(beside.map(({ rule }) => codes.get(rule) ?? rule)))
        tally.beside.set(other, (tally.beside.get(other) ?? 0) + 1)
      const unasked = beside.filter(({ rule }) => !((codes.get(rule) ?? rule) in (injector.beside ?? {})))
      if (!placed) wrong.push(`seed ${seed}: not found, only ${JSON.stringify(mine.map(({ at }) => at[0].path))}`)
      wrong.push(
        ...unasked.map(
          ({ rule, message, at, data }) =>
            `seed ${seed}: also ${codes.get(rule)} ${rule}/${message}@${at[0].path} ${JSON.stringify(data)}`,
        ),
      )
    }
    expect(wrong).toEqual([])
    // A check that is said to speak beside it does: what is mended is struck from the list.
    expect([...tally.beside.keys()].sort()).toEqual(Object.keys(injector.beside ?? {}).sort())
    expect(tally.tried).toBeGreaterThan(0)
  })
})

afterAll(() => {
  const lines = [...table].map(([{ code, error }, { tried, hit, alone, beside }]) => {
    const others = [...beside].map(([other, count]) => `${other} ×${count}`).join(', ')
    return `| ${code} | ${error} | ${tried} | ${hit} | ${alone} | ${others} |`
  })
  const head = [
    '| check | error put in | forms | found at its place | nothing else | consequences |',
    '| --- | --- | ---: | ---: | ---: | --- |',
  ]
  const text = [...head, ...lines, ''].join('\n')
  process.stdout.write(text)
  const file = process.env.ZIPING_TABLE
  if (file !== undefined)
    writeFileSync(
      file,
      `Each error is put into forms that are right; the check made for it must fire at its place.\n\n${text}`,
    )
})
