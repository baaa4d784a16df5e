import { describe, expect, it } from 'vitest'
import { type XmlBudget, XmlStream } from './xml.ts'

const BEGINNING = 60

type Event = readonly (string | Readonly<Record<string, string>> | null)[]

/** What a part tells, its bytes handed over in pieces; the last is its problem. */
function told(bytes: Uint8Array, size: number, budget: XmlBudget = { nesting: 20, elements: 100 }): Event[] {
  const events: Event[] = []
  let text = ''
  const flush = () => {
    if (text.trim() !== '') events.push(['text', text.trim()])
    text = ''
  }
  const stream = new XmlStream(
    {
      open: (name, attributes) => {
        flush()
        events.push(['open', name, { ...attributes }])
      },
      close: (name) => {
        flush()
        events.push(['close', name])
      },
      text: (more) => {
        text += more
      },
    },
    budget,
  )
  // The encoding is told by how a part begins.
  stream.write(bytes.subarray(0, BEGINNING))
  for (let at = BEGINNING; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size))
  const problem = stream.end()
  flush()
  return [...events, [problem]]
}

const body = '<x:表 xmlns:x="http://a" r:id="甲"><c r="A1">绩效é\u{1f600}&amp;&#x4e2d;</c><![CDATA[<乙>]]></x:表>'
const right: Event[] = [
  ['open', '表', { 'xmlns:x': 'http://a', 'r:id': '甲' }],
  ['open', 'c', { r: 'A1' }],
  ['text', '绩效é\u{1f600}&中'],
  ['close', 'c'],
  ['text', '<乙>'],
  ['close', '表'],
  [null],
]

describe('a part of a package', () => {
  it.each([
    ['utf-8', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`)],
    ['utf-8 with its mark', Buffer.from(`\ufeff${body}`)],
    ['utf-16', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf16le')],
  ])('in %s tells the same, wherever its signs are cut', (_, bytes) => {
    for (const size of [1, 2, 3, 5, 7, 64, 4096]) expect(told(bytes, size)).toEqual(right)
  })

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'documentType'],
    ['an entity that nobody declared', '<a>&b;</a>', 'malformed'],
    ['a part cut short', '<a><b>甲', 'malformed'],
    ['elements too deep', '<a><a><a><a/></a></a></a>', 'nesting'],
    ['too many elements', '<a><b/><b/><b/><b/><b/><b/></a>', 'elements'],
  ])('with %s ends there', (_, text, problem) => {
    expect(told(Buffer.from(text), 4, { nesting: 3, elements: 6 }).at(-1)).toEqual([problem])
  })
})
