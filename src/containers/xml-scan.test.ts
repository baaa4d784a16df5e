import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { XmlScanner, XmlStop } from './xml-scan.ts'

type Event = readonly ['open', string, Record<string, string>] | readonly ['close' | 'text', string] | readonly [string]

const joined = (events: readonly Event[]): Event[] => {
  const all: Event[] = []
  for (const event of events) {
    const before = all.at(-1)
    if (event[0] === 'text' && before?.[0] === 'text') all[all.length - 1] = ['text', `${before[1]}${event[1]}`]
    else all.push(event)
  }
  return all
}

function scanned(pieces: readonly string[]): Event[] {
  const events: Event[] = []
  const scanner = new XmlScanner({
    open: (name, attributes) => events.push(['open', name, { ...attributes }]),
    close: (name) => events.push(['close', name]),
    text: (text) => events.push(['text', text]),
  })
  try {
    for (const piece of pieces) scanner.write(piece)
    scanner.end()
  } catch (thrown) {
    if (!(thrown instanceof XmlStop)) throw thrown
    events.push([thrown.problem])
  }
  return joined(events)
}

class Refused extends Error {}

/** The same by a general parser that follows the specification. */
function byParser(document: string): Event[] {
  const events: Event[] = []
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const refuse = (problem: string) => () => {
    events.push([problem])
    throw new Refused()
  }
  const parser = new SaxesParser({ position: false })
  parser.on('error', refuse('malformed'))
  parser.on('doctype', refuse('documentType'))
  parser.on('opentag', ({ name, attributes }) => events.push(['open', local(name), { ...attributes } as never]))
  parser.on('closetag', ({ name }) => events.push(['close', local(name)]))
  parser.on('text', (text) => events.push(['text', text]))
  parser.on('cdata', (text) => events.push(['text', text]))
  try {
    parser.write(document).close()
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
  }
  return inRoot(joined(events))
}

/** Nobody asks for the spaces before and behind the root. */
function inRoot(events: readonly Event[]): Event[] {
  let depth = 0
  return events.filter(([kind]) => {
    if (kind === 'open') depth++
    if (kind === 'close') depth--
    return kind !== 'text' || depth > 0
  })
}

/** The fault, or all where there is none: of what stands beside a fault each may have told a little more. */
function expectAlike(mine: readonly Event[], right: readonly Event[]): void {
  const fault = right.at(-1)!
  if (fault.length > 1) expect(mine).toEqual(right)
  else {
    expect(mine.at(-1)).toEqual(fault)
    const both = Math.max(0, Math.min(mine.length, right.length) - 2)
    expect(mine.slice(0, both)).toEqual(right.slice(0, both))
    expect(Math.abs(mine.length - right.length)).toBeLessThan(3)
  }
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const sheet =
  `${head}\r\n<x:worksheet xmlns:x="http://a" r:id='1'><!-- c --><sheetData><row r="1" spans="1:3">` +
  '<c r="A1" s="2" t="s"><v>0</v></c><c r="B1"/><c r="C1" t="inlineStr" ><is><t xml:space="preserve"> 甲&amp;乙 &#x4e2d;&#20013;\n</t></is></c>' +
  '</row></sheetData><?mso x?><extLst><ext><![CDATA[ <a> & ]] ]></b> ]]></ext></extLst>\r</x:worksheet>\n'

describe('tags and texts of XML', () => {
  it('come in their order, whatever the pieces', () => {
    const whole = scanned([sheet])
    expect(whole).toEqual(byParser(sheet))
    expect(whole[0]).toEqual(['open', 'worksheet', { 'xmlns:x': 'http://a', 'r:id': '1' }])
    for (const size of [1, 2, 3, 7, 50]) {
      const pieces = Array.from({ length: Math.ceil(sheet.length / size) }, (_, at) =>
        sheet.slice(at * size, (at + 1) * size),
      )
      expect(scanned(pieces)).toEqual(whole)
    }
  })

  it.each([
    '<a/>',
    '\ufeff<a/>',
    ' <a/> \n',
    '<?xml version=\'1.0\'?><a b = "c\td\n&#10;" ></a >',
    '<名称 属性="值"><é·/></名称>',
    '<a><!--x--><b/><!----></a><!-- - -->',
    '<a>]] > ]]&gt; <![CDATA[]]]]><![CDATA[>]]></a>',
    '<a __proto__="1" constructor="2"/>',
    '<a>&lt;&gt;&quot;&apos;&amp;&#65;&#x41;</a>',
    '<a>\u{1f600}&#x1F600;</a>',
    '<?a?><?b c?d??><a/>',
    '',
    'a',
    '<a>',
    '<a',
    '<a b="',
    '<a></b>',
    '<a></a',
    '<a></a b>',
    '</a>',
    '<a/><b/>',
    '<a/>b',
    '<a/>&amp;',
    '<a/><![CDATA[b]]>',
    'b<a/>',
    '<a b></a>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="1"c="2"/>',
    '<a b="<"/>',
    '<a b="&c;"/>',
    '<a /b>',
    '<a>&b;</a>',
    '<a>&toString;</a>',
    '<a>&</a>',
    '<a>&;</a>',
    '<a>&#0;</a>',
    '<a>&#xd800;</a>',
    '<a>&#x110000;</a>',
    '<a>&#xfffe;</a>',
    '<a>&#x;</a>',
    '<a>\u0001</a>',
    '<a>\uffff</a>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<a><![cdata[]]></a>',
    '<a><!b></a>',
    '<a><?xml version="1.0"?></a>',
    '<a><?XML b?></a>',
    '<a><? b?></a>',
    '<a><?1?></a>',
    ' <?xml version="1.0"?><a/>',
    '<?xml?><a/>',
    '<?xml version="2.0"?><a/>',
    '<?xml encoding="UTF-8"?><a/>',
    '<?xml version="1.0" standalone="maybe"?><a/>',
    '<?xml version="1.0"encoding="a"?><a/>',
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<a><!DOCTYPE a></a>',
    '< a/>',
    '<1a/>',
    '<a><b></a></b>',
    '<-/>',
  ])('%j are as a general parser has them', (document) => {
    const right = byParser(document)
    expectAlike(scanned([document]), right)
    expectAlike(scanned([...document]), right)
  })

  it('a document type is refused where it begins, and half a one too', () => {
    expect(scanned(['<!DOCTYPE a [', '<!ENTITY'])).toEqual([['documentType']])
  })

  it('spoiled at random are refused where a general parser refuses them', () => {
    const signs = [
      '<',
      '>',
      '/',
      '"',
      "'",
      '&',
      ';',
      '=',
      ' ',
      '!',
      '?',
      '-',
      ']',
      '[',
      '\n',
      '\r',
      'x',
      ':',
      '甲',
      '\u0002',
    ]
    const spoiling = fc.record({
      at: fc.nat(sheet.length),
      lost: fc.nat(6),
      put: fc.array(fc.constantFrom(...signs), { maxLength: 3 }),
      pieces: fc.array(fc.nat(sheet.length), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(spoiling, ({ at, lost, put, pieces }) => {
        const document = sheet.slice(0, at) + put.join('') + sheet.slice(at + lost)
        const cuts = [0, ...pieces.sort((a, b) => a - b), document.length]
        const mine = scanned(cuts.slice(1).map((end, index) => document.slice(cuts[index], end)))
        expectAlike(mine, byParser(document))
      }),
      { seed: 20261130, numRuns: 4000 },
    )
  })

  it('a tag without end is not read anew with every piece', () => {
    const start = Date.now()
    expect(scanned(['<a b="', ...Array.from({ length: 4000 }, () => 'x'.repeat(8000))])).toEqual([['malformed']])
    expect(scanned(['<a b="', 'x'.repeat(100_000), '"/>'])[0]![0]).toBe('open')
    expect(Date.now() - start).toBeLessThan(20_000)
  })
})
