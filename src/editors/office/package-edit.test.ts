import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { changedMembers, membersOf } from '../../../tests/support/template/package-parts.ts'
import { CannotEdit, PackageEdit } from './package-edit.ts'
import { TextEdits } from './text-edits.ts'
import { attributeValue, childNamed, parseXmlTree, textInside } from './xml-tree.ts'

const limits = { elements: 1000, nesting: 10 }

function made(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime: new Date(2020, 1, 2), level: 6 }]]),
    ),
  )
}

const types = '<Types><Default Extension="xml" ContentType="application/xml"/></Types>'

describe('elements of a part', () => {
  it('stand where they stand in the text, whatever signs are around them', () => {
    const text =
      '\ufeff<?xml version="1.0"?>\r\n<a:r  x="1&amp;2" a:y=\'é𠀀\'><!-- <b> --><b>𠀀&lt;<![CDATA[<&]]></b><c /></a:r>'
    const root = parseXmlTree(text, limits)
    if (typeof root === 'string') throw new Error(root)
    expect([root.name, root.prefix]).toEqual(['r', 'a:'])
    expect(attributeValue(text, root, 'x')).toBe('1&2')
    expect(attributeValue(text, root, 'y')).toBe('é𠀀')
    const b = childNamed(root, 'b')!
    expect(text.slice(b.start, b.end)).toBe('<b>𠀀&lt;<![CDATA[<&]]></b>')
    expect(textInside(text, b)).toBe('𠀀<<&')
    const c = childNamed(root, 'c')!
    expect(text.slice(c.start, c.end)).toBe('<c />')
    expect(c.closeStart).toBe(c.end)
  })

  it('are refused where they are no XML, name a document type, or are too many', () => {
    expect(parseXmlTree('<a><b></a>', limits)).toBe('malformed')
    expect(parseXmlTree('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', limits)).toBe('documentType')
    expect(parseXmlTree(`<a>${'<b/>'.repeat(1000)}</a>`, limits)).toBe('elements')
    expect(parseXmlTree('<a>'.repeat(11), limits)).toBe('nesting')
  })
})

describe('splices', () => {
  it('are made in the order of the text; insertions at one place keep theirs', () => {
    const edits = new TextEdits()
    edits.replace(4, 5, 'E')
    edits.insert(0, '<')
    edits.insert(2, '1')
    edits.insert(2, '2')
    expect(edits.apply('abcdefg')).toBe('<ab12cdEfg')
  })

  it('that touch the same signs are a mistake', () => {
    const edits = new TextEdits()
    edits.replace(1, 3, 'x')
    edits.replace(2, 4, 'y')
    expect(() => edits.apply('abcdef')).toThrow('offset 2')
  })
})

describe('a package', () => {
  it('keeps every member that is not changed, in order, with its times', () => {
    const bytes = made({
      '[Content_Types].xml': types,
      'a.xml': '<a/>',
      'b.xml': '<b>1</b>',
      'c.bin': 'xyz'.repeat(500),
    })
    const edit = PackageEdit.open(bytes)
    if (!(edit instanceof PackageEdit)) throw new Error(edit)
    edit.set('b.xml', '<b>二</b>')
    edit.set('a.xml', '<a/>')
    edit.add('d.xml', '<d/>')
    const after = edit.bytes()
    expect(changedMembers(bytes, after)).toEqual({ changed: ['b.xml'], added: ['d.xml'] })
    const files = unzipSync(after)
    expect(strFromU8(files['b.xml']!)).toBe('<b>二</b>')
    expect(strFromU8(files['d.xml']!)).toBe('<d/>')
    expect(strFromU8(files['c.bin']!)).toBe('xyz'.repeat(500))
  })

  it('that says sizes behind its members, as streams do, is copied with them', () => {
    const plain = made({ '[Content_Types].xml': types, 'a.xml': '<a>1</a>' })
    // The first member with a descriptor behind it: its header says nothing of its size.
    const file = Buffer.from(plain)
    const second = membersOf(plain)[1]!.raw.length
    const central = file.readUInt32LE(file.length - 6)
    const first = central - second
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50, 0)
    for (const [from, to] of [
      [14, 4],
      [18, 8],
      [22, 12],
    ] as const)
      descriptor.writeUInt32LE(file.readUInt32LE(from), to)
    const head = Buffer.from(file.subarray(0, first))
    head.writeUInt16LE(head.readUInt16LE(6) | 8, 6)
    head.fill(0, 14, 26)
    const table = Buffer.from(file.subarray(central))
    table.writeUInt16LE(table.readUInt16LE(8) | 8, 8)
    const line = 46 + table.readUInt16LE(28)
    table.writeUInt32LE(first + 16, line + 42)
    table.writeUInt32LE(central + 16, table.length - 6)
    const bytes = new Uint8Array(Buffer.concat([head, descriptor, file.subarray(first, central), table]))
    const edit = PackageEdit.open(bytes)
    if (!(edit instanceof PackageEdit)) throw new Error(edit)
    edit.set('a.xml', '<a>2</a>')
    expect(changedMembers(bytes, edit.bytes())).toEqual({ changed: ['a.xml'], added: [] })
    expect(strFromU8(unzipSync(edit.bytes())['a.xml']!)).toBe('<a>2</a>')
  })

  it('has its lists of kinds and ties continued, whatever prefixes they use', () => {
    const bytes = made({
      '[Content_Types].xml': '<x:Types xmlns:x="t"><x:Default Extension="xml" ContentType="a"/></x:Types>',
      'xl/a.xml': '<a/>',
      'xl/_rels/a.xml.rels': '<Relationships/>',
    })
    const edit = PackageEdit.open(bytes)
    if (!(edit instanceof PackageEdit)) throw new Error(edit)
    edit.addContentType('xl/b.xml', 'kind')
    edit.addDefaultType('vml', 'drawing')
    edit.addDefaultType('xml', 'other')
    expect(edit.addRelationship('xl/a.xml', 'type', 'b.xml')).toBe('rId1')
    expect(edit.addRelationship('xl/a.xml', 'type', 'c.xml')).toBe('rId2')
    expect(edit.text('[Content_Types].xml')).toBe(
      '<x:Types xmlns:x="t"><x:Default Extension="vml" ContentType="drawing"/><x:Default Extension="xml" ContentType="a"/><x:Override PartName="/xl/b.xml" ContentType="kind"/></x:Types>',
    )
    expect(edit.text('xl/_rels/a.xml.rels')).toBe(
      '<Relationships><Relationship Id="rId1" Type="type" Target="b.xml"/><Relationship Id="rId2" Type="type" Target="c.xml"/></Relationships>',
    )
  })

  it('with parts in another encoding, or none that can be read, is not edited', () => {
    const bytes = made({
      '[Content_Types].xml': types,
      'gbk.xml': '<?xml version="1.0" encoding="GBK"?><a/>',
      'x.xml': '<a>',
    })
    const edit = PackageEdit.open(bytes)
    if (!(edit instanceof PackageEdit)) throw new Error(edit)
    const problemOf = (part: string) => {
      try {
        edit.xml(part)
      } catch (thrown) {
        return thrown instanceof CannotEdit ? thrown.problem : thrown
      }
      return null
    }
    expect(problemOf('gbk.xml')).toBe('encoding')
    expect(problemOf('x.xml')).toBe('malformed')
    expect(problemOf('y.xml')).toBe('missing')
    expect(PackageEdit.open(strToU8('nothing'))).toBe('notPackage')
  })
})
