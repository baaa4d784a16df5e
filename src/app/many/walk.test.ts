import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isArchive } from './archive.ts'
import type { Source } from './source.ts'
import { isWalked, listFiles, readFiles } from './walk.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ziping-walk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, content: string | Uint8Array = path): string {
  const file = join(folder, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
  return file
}

function zip(files: Zippable): Uint8Array {
  return zipSync(files)
}

async function walked(inputs: readonly string[] = [folder], own: readonly string[] = []): Promise<readonly string[]> {
  const said: string[] = []
  for await (const source of readFiles(await listFiles(inputs, own))) said.push(say(source))
  return said
}

/** 'a/b.txt: text', 'x: hidden', 'y: archiveNested'. */
function say(source: Source): string {
  const path = source.path.replace(`${folder}/`, '')
  switch (source.kind) {
    case 'file':
      return `${path}: ${Buffer.from(source.bytes).toString('utf8')}`
    case 'ignored':
      return `${path}: ${source.reason}`
    case 'refused':
      return `${path}: ${source.finding.message}`
  }
}

describe('the walk', () => {
  it('goes through folders in the order of names, each file once', async () => {
    for (const path of ['乙/2.txt', '乙/1.txt', 'a.txt', '甲.txt']) put(path)
    const all = ['a.txt: a.txt', '乙/1.txt: 乙/1.txt', '乙/2.txt: 乙/2.txt', '甲.txt: 甲.txt']
    expect(await walked()).toEqual(all)
    expect(await walked([join(folder, 'a.txt'), `${folder}/`, join(folder, '乙')])).toEqual(all)
    expect(await walked([join(folder, '甲.txt'), join(folder, 'a.txt')])).toEqual([all[3], all[0]])
  })

  it('lists what it passes over, with the reason', async () => {
    for (const path of [
      '.git/x',
      '~$表.xlsx',
      '.~表.et',
      '.~lock.表.ods#',
      'Thumbs.db',
      '.DS_Store',
      'x.tmp',
      '表.xlsx.part',
    ])
      put(path)
    symlinkSync('/etc', join(folder, '链接'))
    expect([...(await walked())].sort()).toEqual(
      [
        '.DS_Store: system',
        '.git: hidden',
        '.~lock.表.ods#: officeLock',
        '.~表.et: officeLock',
        'Thumbs.db: system',
        'x.tmp: temporary',
        '~$表.xlsx: officeLock',
        '表.xlsx.part: temporary',
        '链接: link',
      ].sort(),
    )
  })

  it('follows no link below, but takes a file the user names, whatever its name', async () => {
    const hidden = put('.hidden.txt', 'x')
    symlinkSync(hidden, join(folder, 'link.txt'))
    expect(await walked([join(folder, 'link.txt')])).toEqual(['link.txt: x'])
    expect(await walked([hidden])).toEqual(['.hidden.txt: x'])
  })

  it('says what is not there, or may not be read', async () => {
    expect(await walked([join(folder, 'none.txt')])).toEqual(['none.txt: missing'])
    if (process.getuid?.() === 0) return
    chmodSync(put('closed.txt'), 0)
    expect(await walked()).toEqual(['closed.txt: unreadable'])
  })

  it('leaves out what this program writes itself', async () => {
    put('a.txt')
    put('out/b.json')
    const journal = put('j.jsonl')
    expect(await walked([folder], [journal, join(folder, 'out')])).toEqual([
      'a.txt: a.txt',
      'j.jsonl: ownOutput',
      'out/b.json: ownOutput',
    ])
  })

  it.runIf(process.platform === 'linux')('reads names that are no UTF-8 as GBK', async () => {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd7, 0xd4, 0xc6, 0xc0])]), 'x')
    expect(await walked()).toEqual(['自评: x'])
  })
})

describe('archives', () => {
  it('are folders, also one inside another, down to the third', async () => {
    let inner = zip({ 'd.txt': strToU8('D') })
    inner = zip({ 'three.zip': inner, 'c.txt': strToU8('C') })
    inner = zip({ 'two.zip': inner, '乙/b.txt': strToU8('B'), '__MACOSX/._b': strToU8('') })
    put('one.zip', zip({ 'one.zip': inner, 'a.txt': strToU8('A') }))
    expect(await walked()).toEqual([
      'one.zip/a.txt: A',
      'one.zip/one.zip/__MACOSX/._b: system',
      'one.zip/one.zip/two.zip/c.txt: C',
      'one.zip/one.zip/two.zip/three.zip: archiveNested',
      'one.zip/one.zip/乙/b.txt: B',
    ])
  })

  it('are told by their content, whatever their name; documents in zip packages are no archives', async () => {
    put('表.xlsx', zip({ 'a.txt': strToU8('A') }))
    expect(await walked()).toEqual(['表.xlsx/a.txt: A'])
    for (const part of ['[Content_Types].xml', 'xl/workbook.xml', 'mimetype', 'OFD.xml']) {
      expect(isArchive(zip({ [part]: strToU8('x') }))).toBe(false)
    }
    const document = zip({ '[Content_Types].xml': strToU8('x'.repeat(500)) })
    expect(isArchive(document.subarray(0, 200))).toBe(false)
    expect(isArchive(strToU8('PK is no archive'))).toBe(false)
  })

  it('of other kinds are told, not opened', async () => {
    const rar = put('a.rar', Buffer.from('Rar!\u001a\u0007\u0001\u0000', 'latin1'))
    put('b.txt', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]))
    expect(await walked()).toEqual(['a.rar: archiveKind', 'b.txt: archiveKind'])
    expect(await isWalked(rar)).toBe(true)
    expect(await isWalked(put('c.txt', 'text'))).toBe(false)
  })

  it('that are damaged, empty or locked cost only what is damaged, empty or locked', async () => {
    const whole = zip({ 'a.txt': [strToU8('A'.repeat(50)), { level: 0 }], 'b.txt': strToU8('B') })
    put('1.zip', whole.subarray(0, 60))
    put('2.zip', zip({}))
    const damaged = Buffer.from(whole)
    damaged[50] = 0x42
    put('3.zip', damaged)
    const locked = Buffer.from(whole)
    locked.writeUInt16LE(1, locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8)
    put('4.zip', locked)
    expect(await walked()).toEqual([
      '1.zip: archiveDamaged',
      '2.zip: empty',
      '3.zip/a.txt: memberDamaged',
      '3.zip/b.txt: B',
      '4.zip/a.txt: memberEncrypted',
      '4.zip/b.txt: B',
    ])
  })

  it('that lie about their sizes, or say that a member is huge, are not unpacked', async () => {
    const huge = Buffer.from(zip({ 'a.txt': strToU8('A'), 'b.txt': strToU8('B') }))
    const contents = huge.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    huge.writeUInt32LE(0x7fffffff, contents + 24)
    put('1.zip', huge)
    const lying = Buffer.from(zip({ 'a.txt': new Uint8Array(1_000_000) }))
    lying.writeUInt32LE(10, lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
    put('2.zip', lying)
    expect(await walked()).toEqual(['1.zip/a.txt: tooLarge', '1.zip/b.txt: B', '2.zip/a.txt: memberDamaged'])
  })

  it('with more members than are taken are told', async () => {
    const files = Object.fromEntries(Array.from({ length: 50_001 }, (_, index) => [`${index}`, new Uint8Array()]))
    put('1.zip', zipSync(files, { level: 0 }))
    expect(await walked()).toEqual(['1.zip: archiveEntries'])
  })
})
