import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DateParts, Reading } from '../../../src/core/model/index.ts'
import { compareValues, readValue } from '../../../src/core/values/index.ts'

function rowsOf(file: string): string[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

const rows = rowsOf('./values.tsv')
const expected = rowsOf('./expected.tsv')

function printParts({ year, month, day }: DateParts): string {
  return [year ?? '', month ?? '', day ?? ''].join('-')
}

/** kind, operator, number, unit of a reading, as expected.tsv writes them. */
function columnsOf({ value }: Reading): string[] {
  if (value === null) return ['unread', '', '', '']
  switch (value.kind) {
    case 'quantity':
    case 'duration':
      return [value.kind, value.operator ?? '', value.number.toString(), value.unit?.name ?? '']
    case 'range':
      return [value.kind, '', `${value.from}..${value.to}`, value.unit?.name ?? '']
    case 'date':
      return [value.kind, value.relation, `${printParts(value.from)}..${printParts(value.to)}`, '']
    case 'completion':
      return [value.kind, '', value.completion, '']
    case 'several':
      return [
        value.kind,
        '',
        value.parts
          .map((part) =>
            'number' in part ? part.number : 'to' in part && part.kind === 'date' ? printParts(part.to) : '',
          )
          .join(';'),
        value.parts.map((part) => ('unit' in part ? (part.unit?.name ?? '') : '')).join(';'),
      ]
    default:
      return [value.kind, '', '', '']
  }
}

describe('the collected values', () => {
  it('have an expectation each', () => {
    expect(rows).toHaveLength(135)
    expect(expected.map(([line]) => line)).toEqual(rows.map((_, index) => String(index + 2)))
  })

  it.each(rows.map((row, index) => [index + 2, ...row] as const))(
    'line %i: %s %s',
    (line, _form, name, target, actual, _weight, _score, verdict) => {
      const context = { name: name! }
      const readings = [readValue(target!, context), readValue(actual!, context)] as const
      expect(readings.flatMap(columnsOf)).toEqual(expected[line - 2]!.slice(1))
      const allowed = verdict === '*' ? ['met', 'missed', 'unknown'] : verdict!.split('|')
      expect(allowed).toContain(compareValues(...readings, context).verdict)
    },
  )
})
