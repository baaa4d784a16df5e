import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { editionById } from '../../../src/core/rulebook/index.ts'
import { indicatorOf } from '../../../src/core/scoring/index.ts'
import { scoreRow } from '../../../src/core/scoring/row.ts'

const edition = editionById('national-project-2020')!

interface Pair {
  readonly block: string
  readonly name: string
  readonly target: string
  readonly actual: string
  readonly verdict: string
  readonly score: string
}

function pairsIn(file: string): Pair[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').trimEnd().split('\n')
  return lines.slice(1).map((line) => {
    const [block = '', name = '', target = '', actual = '', verdict = '', score = ''] = line.split('\t')
    return { block, name, target, actual, verdict, score }
  })
}

function judge({ block, name, target, actual }: Pair): { readonly verdict: string; readonly score: string } {
  const row = indicatorOf({ name, weight: '10', target, actual })
  const indicator = { ...row, level2: { ...row.level2, cell: { raw: block, value: block } } }
  const { verdict, recomputed } = scoreRow(indicator, 'row', { edition, fiscalYear: 2023, scoresPrinted: true })
  const [least, most] = [String(recomputed?.min), String(recomputed?.max)]
  return { verdict, score: least === most ? least : `${least}-${most}` }
}

const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.tsv'))

describe.each(files)('%s', (file) => {
  it.each(pairsIn(file))('$name $target → $actual $block', (pair) => {
    expect(judge(pair)).toEqual({ verdict: pair.verdict, score: pair.score })
  })
})

it('each pair stands in one file once', () => {
  const keys = files.flatMap(pairsIn).map(({ block, name, target, actual }) => [block, name, target, actual].join('\t'))
  expect(keys.length).toBeGreaterThan(800)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
