/** Pictures made to hurt: refused from their headers, or read as far as they go; each with its reason, none in vain. */

import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/app/read-source.ts'
import { placeholdersOf, type RuleTexts } from '../../src/core/texts/index.ts'
import { limits, readPictures, readScan, recognisesScan, scanReaderRules } from '../../src/readers/scan/index.ts'

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A picture that says how large it is and then holds `rows` rows of zeros. */
function png(width: number, height: number, rows = 1): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ])
}

/** `pages` directories one after the other, all of one white pixel; or the last pointing to the first again. */
function tiff(pages: number, { width = 1, height = 1, loop = false } = {}): Uint8Array {
  const tags: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, 1],
  ]
  const size = 2 + tags.length * 12 + 4
  const file = Buffer.alloc(12 + pages * size)
  file.write('II*\0', 0, 'latin1')
  file.writeUInt32LE(12, 4)
  file[8] = 0xff
  for (let page = 0; page < pages; page++) {
    const at = 12 + page * size
    file.writeUInt16LE(tags.length, at)
    tags.forEach(([tag, type, value], index) => {
      const entry = at + 2 + index * 12
      file.writeUInt16LE(tag, entry)
      file.writeUInt16LE(type, entry + 2)
      file.writeUInt32LE(1, entry + 4)
      file.writeUInt32LE(value, entry + 8)
    })
    const next = page + 1 < pages ? at + size : loop ? 12 : 0
    file.writeUInt32LE(next, at + size - 4)
  }
  return file
}

/** A small table without text, at a resolution that is read as it is: one that the file does not say is taken for a whole page. */
function page(): Sharp {
  const lines = Array.from({ length: 5 }, (_, row) => `<rect x="20" y="${20 + row * 40}" width="360" height="3"/>`)
  const columns = [20, 140, 260, 377].map((x) => `<rect x="${x}" y="20" width="3" height="160"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="448">${lines.join('')}${columns.join('')}</svg>`
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).withMetadata({ density: 150 })
}

async function says(bytes: Uint8Array): Promise<{ said: string[]; grids: number }> {
  const { value, findings } = await readScan(bytes, '扫描件')
  const rules: Readonly<Record<string, RuleTexts>> = scanReaderRules
  for (const { rule, message, data } of findings) {
    const { text, advice } = rules[rule]!.messages[message]!
    for (const each of [text.zh, text.en, advice?.zh ?? '', advice?.en ?? ''])
      for (const placeholder of placeholdersOf(each)) expect(Object.keys(data)).toContain(placeholder)
  }
  return { said: findings.map(({ rule, message }) => `${rule}/${message}`), grids: value.length }
}

describe('pictures that claim too much', () => {
  it.each([
    ['a png of 100,000 × 100,000', png(100_000, 100_000), 'scan/too-large/pixels'],
    ['a png of 900,000 × 1', png(900_000, 1), 'scan/too-large/pixels'],
    ['a tiff of 65,000 × 65,000', tiff(1, { width: 65_000, height: 65_000 }), 'scan/too-large/pixels'],
    ['a tiff of 5,000 pages', tiff(5_000), 'scan/too-large/pages'],
  ])('%s is refused before it is decoded', async (_, bytes, expected) => {
    expect(recognisesScan(bytes)).toBe(1)
    const before = process.memoryUsage().rss
    const { said, grids } = await says(bytes)
    expect(said).toEqual([expected])
    expect(grids).toBe(0)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })

  it('a document whose picture claims as much is answered as fast', async () => {
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const shown = '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r></w:p>'
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document xmlns:w="${w}"><w:body>${shown}</w:body></w:document>`),
      'word/media/image1.png': png(100_000, 100_000, 1000),
    })
    const { grids, findings } = await readSource(bytes, '表.docx')
    expect(grids).toEqual([])
    expect(findings.map(({ rule, message }) => `${rule}/${message}`)).toContain('scan/too-large/pixels')
  })

  it('more bytes than the limit are not looked at', async () => {
    const { said } = await says(Object.assign(new Uint8Array(limits.bytes + 1), { 0: 0xff, 1: 0xd8, 2: 0xff }))
    expect(said).toEqual(['scan/too-large/bytes'])
  })

  it('a tiff whose pages go round in a circle ends', async () => {
    const { said } = await says(tiff(3, { loop: true }))
    expect(said.length).toBeGreaterThan(0)
  })
})

describe('damaged pictures', () => {
  const formats = ['png', 'jpeg', 'tiff', 'webp'] as const

  it.each(formats)(
    '%s cut at four places, or with bytes changed, is answered',
    async (format) => {
      const whole = new Uint8Array(await page().toFormat(format).toBuffer())
      for (let part = 0; part < 4; part++) {
        const { said, grids } = await says(whole.slice(0, Math.max(16, Math.floor((whole.length * part) / 4))))
        expect(grids > 0 || said.length > 0).toBe(true)
      }
      for (let seed = 1; seed <= 2; seed++) {
        const changed = whole.slice()
        for (let at = seed * 37; at < changed.length; at += 211) changed[at] = (changed[at]! * 7 + seed) & 255
        const { said, grids } = await says(changed)
        expect(grids > 0 || said.length > 0).toBe(true)
      }
    },
    60_000,
  )

  it('what stands before the cut is read, and said to be incomplete', async () => {
    const whole = new Uint8Array(await page().jpeg().toBuffer())
    const { said } = await says(whole.slice(0, Math.floor(whole.length * 0.8)))
    expect(said).toContain('scan/incomplete-picture/cut')
  })

  it.each([
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['tiff', [0x49, 0x49, 0x2a, 0]],
    ['webp', [...Buffer.from('RIFF0000WEBP')]],
  ])('random bytes that begin like a %s are refused', async (_, start) => {
    const bytes = Uint8Array.from({ length: 4000 }, (_each, at) => start[at] ?? (at * 131 + (at >> 3) * 17) & 255)
    const { said, grids } = await says(bytes)
    expect(said).toEqual(['scan/unreadable/damaged'])
    expect(grids).toBe(0)
  })

  it('a bitmap is told, and refused by its name', async () => {
    const bytes = Uint8Array.from({ length: 200 }, (_, at) => [0x42, 0x4d][at] ?? 0)
    expect(recognisesScan(bytes)).toBeGreaterThan(0.5)
    expect((await says(bytes)).said).toEqual(['scan/unreadable/format'])
  })
})

describe('strange pictures', () => {
  it.each([
    ['one pixel', 1, 1],
    ['one row of pixels', 3000, 1],
    ['one column of pixels', 1, 3000],
    ['nothing but white', 800, 600],
  ])('%s', async (_, width, height) => {
    const background = '#ffffff'
    const bytes = await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer()
    expect((await says(new Uint8Array(bytes))).said).toEqual(['scan/no-text/page'])
  })

  it('all ink, and noise, are answered in bounded time', async () => {
    const black = await sharp({ create: { width: 1600, height: 2200, channels: 3, background: '#000000' } })
      .png()
      .toBuffer()
    expect((await says(new Uint8Array(black))).grids).toBeLessThan(2)
    let state = 1
    const noise = Uint8Array.from({ length: 800 * 1100 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
    const file = await sharp(noise, { raw: { width: 800, height: 1100, channels: 1 } })
      .png()
      .toBuffer()
    const started = performance.now()
    expect((await says(new Uint8Array(file))).said).toEqual(['scan/poor-picture/noise'])
    expect(performance.now() - started).toBeLessThan(60_000)
  }, 90_000)

  it('the page of a picture keeps its number behind one that cannot be read', async () => {
    const white = new Uint8Array(await page().png().toBuffer())
    const { pages, findings } = await readPictures([
      { page: 1, name: 'a.png', bytes: png(90_000, 90_000) },
      { page: 2, name: 'b.png', bytes: white },
    ])
    expect(pages.map(({ page: number }) => number)).toEqual([2])
    expect(findings[0]).toMatchObject({ rule: 'scan/too-large', data: { page: 1, name: 'a.png' } })
  })
})
