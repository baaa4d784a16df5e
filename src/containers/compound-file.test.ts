import { CFB } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { CompoundFile, compoundKind } from './compound-file.ts'

const limits = { entries: 1000 }

/** A file of streams, made by another library. */
function made(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes)
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

const numbered = (length: number) => Uint8Array.from({ length }, (_, index) => index * 7)

describe('streams', () => {
  it('come back whole: small ones, large ones, ones of many sectors', () => {
    const streams = { Tiny: numbered(5), Small: numbered(4095), Large: numbered(4096), Huge: numbered(9_000_000) }
    const file = CompoundFile.open(made(streams), limits)!
    for (const [name, bytes] of Object.entries(streams)) {
      expect(Buffer.from(bytes).equals(file.stream(name)!), name).toBe(true)
      expect(file.statedSize(name)).toBe(bytes.length)
    }
    expect(file.stream('none')).toBeNull()
    expect(file.statedSize('none')).toBe(0)
  })

  it('of folders inside are not those of the root', () => {
    const file = CompoundFile.open(made({ 'ObjectPool/WordDocument': numbered(10), Workbook: numbered(10) }), limits)!
    expect(file.names).toContain('objectpool')
    expect(file.stream('WordDocument')).toBeNull()
    expect(file.stream('ObjectPool')).toBeNull()
    expect(file.kind).toBe('workbook')
  })

  it('are shorter where the file is cut', () => {
    const bytes = made({ Workbook: numbered(100_000) })
    const whole = CompoundFile.open(bytes, limits)!.stream('Workbook')!
    const start = bytes.indexOf(Buffer.from(whole.subarray(0, 512)))
    const cut = CompoundFile.open(bytes.subarray(0, start + 2000), limits)!
    expect(cut.stream('Workbook')).toHaveLength(2000)
    expect(cut.statedSize('Workbook')).toBe(100_000)
  })
})

describe('what a compound file is', () => {
  it('its streams say', () => {
    const kindOf = (...names: string[]) =>
      compoundKind(made(Object.fromEntries(names.map((name) => [name, numbered(10)]))))
    expect(kindOf('Workbook')).toBe('workbook')
    expect(kindOf('Book')).toBe('workbook')
    expect(kindOf('WordDocument', '1Table')).toBe('document')
    expect(kindOf('EncryptedPackage', 'EncryptionInfo')).toBe('encrypted')
    expect(kindOf('PowerPoint Document')).toBe('presentation')
    expect(kindOf('__properties_version1.0')).toBe('mail')
    expect(kindOf('Anything')).toBe('other')
    expect(compoundKind(Buffer.from('PK'))).toBeNull()
  })

  it('what can be seen of it says where its folder is gone', () => {
    const bytes = made({ WordDocument: numbered(5000) })
    bytes.writeUInt32LE(0x7fffffff, 48)
    expect(CompoundFile.open(bytes, limits)).toBeNull()
    expect(compoundKind(bytes)).toBe('document')
    const header = bytes.subarray(0, 512)
    expect(compoundKind(header)).toBeNull()
    expect(compoundKind(Buffer.concat([header, Buffer.alloc(512), Buffer.from([0x09, 0x08, 0x10, 0])]))).toBe(
      'workbook',
    )
  })
})
