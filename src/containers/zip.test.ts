import { deflateSync, strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ZipPackage, type ZipProblem } from './zip.ts'

const limits = { entries: 100, unpackedBytes: 1_000_000 }

function opened(bytes: Uint8Array, bounds = limits): ZipPackage {
  const zip = ZipPackage.open(bytes, bounds)
  if (typeof zip === 'string') throw new Error(zip)
  return zip
}

function unpacked(zip: ZipPackage, name: string): { text: string; problem: ZipProblem | null } {
  let text = ''
  const decoder = new TextDecoder()
  const problem = zip.unpack(zip.find(name)!, (piece) => {
    text += decoder.decode(piece, { stream: true })
    return true
  })
  return { text, problem }
}

/** One entry whose sizes and place stand only in the 64-bit fields, with a 64-bit end record. */
function wideZip(name: string, text: string): Uint8Array {
  const plain = zipSync({ [name]: strToU8(text) })
  const view = new DataView(plain.buffer)
  const end = plain.length - 22
  const contents = view.getUint32(end + 16, true)
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(view.getUint32(contents + 24, true)), 4)
  extra.writeBigUInt64LE(BigInt(view.getUint32(contents + 20, true)), 12)
  extra.writeBigUInt64LE(0n, 20)
  const entry = Buffer.from(plain.subarray(contents, end))
  entry.writeUInt32LE(0xffffffff, 20)
  entry.writeUInt32LE(0xffffffff, 24)
  entry.writeUInt32LE(0xffffffff, 42)
  entry.writeUInt16LE(28, 30)
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(1n, 32)
  end64.writeBigUInt64LE(BigInt(contents), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(contents + entry.length + extra.length), 8)
  const last = Buffer.from(plain.subarray(end))
  last.writeUInt16LE(0xffff, 10)
  last.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([plain.subarray(0, contents), entry, extra, end64, locator, last])
}

describe('zip packages', () => {
  it('give back what was packed, deflated or stored', () => {
    const long = '绩效目标'.repeat(20_000)
    const zip = opened(zipSync({ 'a/b.xml': strToU8(long), 'c.txt': [strToU8('存'), { level: 0 }] }))
    expect([...zip.entries.keys()]).toEqual(['a/b.xml', 'c.txt'])
    expect(unpacked(zip, 'a/b.xml')).toEqual({ text: long, problem: null })
    expect(unpacked(zip, 'C.TXT')).toEqual({ text: '存', problem: null })
    expect(zip.find('d')).toBeUndefined()
  })

  it('may have a comment behind them, and sizes of 64 bits', () => {
    const bytes = Buffer.from(zipSync({ a: strToU8('x') }))
    bytes.writeUInt16LE(5, bytes.length - 2)
    expect(unpacked(opened(Buffer.concat([bytes, Buffer.from('PK\x05\x06!')])), 'a').text).toBe('x')
    expect(unpacked(opened(wideZip('a', '宽宽宽')), 'a')).toEqual({ text: '宽宽宽', problem: null })
  })

  it('have one budget for all parts', () => {
    const zip = opened(zipSync({ a: strToU8('x'.repeat(600)), b: strToU8('y'.repeat(600)) }), {
      entries: 2,
      unpackedBytes: 1000,
    })
    expect(unpacked(zip, 'a').problem).toBeNull()
    expect(unpacked(zip, 'b')).toEqual({ text: '', problem: 'unpackedBytes' })
    expect(
      ZipPackage.open(zipSync({ a: strToU8(''), b: strToU8(''), c: strToU8('') }), { entries: 2, unpackedBytes: 1 }),
    ).toBe('entries')
  })

  it('can be left early without a problem, and tell damage', () => {
    const bytes = zipSync({ a: strToU8('绩效'.repeat(50_000)) })
    const zip = opened(bytes)
    let pieces = 0
    expect(zip.unpack(zip.find('a')!, () => ++pieces < 1)).toBeNull()
    expect(pieces).toBe(1)
    const broken = Uint8Array.from(bytes)
    broken.fill(0xff, 40, 60)
    expect(unpacked(opened(broken), 'a').problem).toBe('damaged')
    expect(ZipPackage.open(deflateSync(strToU8('x')), limits)).toBe('damaged')
  })

  it.each([
    ['GBK, as a Chinese Windows writes them', [0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed], '自评表'],
    ['UTF-8 without its flag, as macOS writes them', [...new TextEncoder().encode('自评')], '自评'],
  ])('decode names in %s', (_, bytes, name) => {
    const plain = 'abcdef'
    const zip = Buffer.from(zipSync({ [`${plain}.txt`]: strToU8('一') }))
    for (let at = zip.indexOf(plain); at >= 0; at = zip.indexOf(plain, at + 1)) zip.set(bytes, at)
    expect([...opened(zip).entries.keys()]).toEqual([`${name}.txt`])
  })
})
