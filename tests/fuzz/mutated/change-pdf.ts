/** PDF spoiled where its readers look: numbers, names, objects, and the operators inside packed streams. */

import { deflateSync, inflateSync } from 'node:zlib'
import type { Random } from '../../support/random.ts'
import { changeBytes } from './change-bytes.ts'

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const figures = [
  '-1',
  '0',
  '2147483648',
  '99999999999',
  '1e309',
  '0.0000001',
  '-0.5',
  '65536',
  '1 0 R',
  'null',
  '[',
  '<<',
]
const operators = [
  'q',
  'Q',
  'BT',
  'ET',
  'cm',
  'Tm',
  'Tj',
  'TJ',
  'l',
  'm',
  're',
  'S',
  'f',
  'Do',
  'BI',
  'ID',
  'EI',
  'W n',
  'Tf',
  'T*',
  'sh',
]

interface Range {
  readonly from: number
  readonly to: number
}

function matches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

function put(text: string, { from, to }: Range, by: string): string {
  return text.slice(0, from) + by + text.slice(to)
}

function pickRange(random: Random, text: string, pattern: RegExp): Range | null {
  const found = matches(text, pattern)
  return found.length === 0 ? null : random.pick(found)
}

function changeOperators(random: Random, content: string): string {
  let changed = content
  for (let steps = random.int(1, 12); steps > 0; steps--) {
    const number = pickRange(random, changed, /-?\d+(?:\.\d+)?(?=\s)/g)
    const operator = pickRange(random, changed, /(?<=\s)[A-Za-z*]{1,3}(?=\s)/g)
    const line = pickRange(random, changed, /[^\n]+\n/g)
    const kind = random.int(1, 6)
    if (kind === 1 && number !== null) changed = put(changed, number, random.pick(figures))
    else if (kind === 2 && operator !== null) changed = put(changed, operator, random.pick(operators))
    else if (kind === 3 && line !== null) changed = put(changed, line, '')
    else if (kind === 4 && line !== null)
      changed = put(changed, line, changed.slice(line.from, line.to).repeat(random.pick([2, 200])))
    else if (kind === 5 && number !== null)
      changed = put(changed, number, `${changed.slice(number.from, number.to)} ${random.pick(operators)} `)
    else changed = changed.slice(0, random.int(0, changed.length))
  }
  return changed
}

/** A packed stream opened, changed and packed again; its length is told anew, the table of objects is not. */
function changeStream(random: Random, text: string, other: Uint8Array): string {
  const streams = matches(text, /stream\r?\n[\s\S]*?endstream/g)
  if (streams.length === 0) return text
  const range = random.pick(streams)
  const whole = text.slice(range.from, range.to)
  const head = /^stream\r?\n/.exec(whole)![0]
  const body = latin1(whole.slice(head.length, -'endstream'.length))
  let plain: Buffer | null = null
  try {
    plain = inflateSync(body)
  } catch {
    // Packed otherwise, or not at all.
  }
  const source = plain ?? body
  const isContent = /\b(?:BT|re|cm|Tf)\b/.test(source.subarray(0, 2000).toString('latin1'))
  const changed =
    isContent && random.chance(80)
      ? latin1(changeOperators(random, source.toString('latin1')))
      : changeBytes(random, source, other)
  const packed = plain === null ? changed : deflateSync(changed)
  const before = text.slice(0, range.from)
  const length = before.lastIndexOf('/Length')
  const mended =
    length < 0 || random.chance(10)
      ? before
      : before.slice(0, length) +
        before.slice(length).replace(/^\/Length\s+\d+(?!\s+\d+\s+R)/, `/Length ${packed.length}`)
  return `${mended}${head}${Buffer.from(packed).toString('latin1')}\nendstream${text.slice(range.to)}`
}

function change(random: Random, text: string, other: Uint8Array): string {
  const number = pickRange(random, text, /(?<=[\s[])-?\d+(?:\.\d+)?(?=[\s\]>/])/g)
  const object = pickRange(random, text, /\d+ 0 obj[\s\S]*?endobj/g)
  const name = pickRange(random, text, /\/[A-Za-z]\w+/g)
  switch (random.int(1, 9)) {
    case 1:
    case 2:
      return number === null ? text : put(text, number, random.pick(figures))
    case 3:
      return object === null ? text : put(text, object, '')
    case 4: {
      const donor = pickRange(random, text, /\d+ 0 obj[\s\S]*?endobj/g)
      if (object === null || donor === null) return text
      const body = text.slice(donor.from, donor.to).replace(/^\d+/, /^\d+/.exec(text.slice(object.from))![0])
      return put(text, object, body)
    }
    case 5: {
      const donor = pickRange(random, text, /\/[A-Za-z]\w+/g)
      return name === null || donor === null ? text : put(text, name, text.slice(donor.from, donor.to))
    }
    case 6: {
      const reference = pickRange(random, text, /\d+ 0 R/g)
      return reference === null ? text : put(text, reference, `${random.int(0, 40)} 0 R`)
    }
    default:
      return changeStream(random, text, other)
  }
}

export function changePdf(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  let text = Buffer.from(bytes).toString('latin1')
  for (let steps = random.chance(50) ? 1 : random.int(2, 5); steps > 0; steps--) text = change(random, text, other)
  return new Uint8Array(latin1(text))
}
