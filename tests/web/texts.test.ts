import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../web/src/', import.meta.url).pathname
const HAN = /\p{Script=Han}/u

const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((path) => /\.tsx?$/.test(path))
const catalogues = files.filter((path) => path.endsWith('-texts.ts'))
/** Made of pairs of both languages alone, one beside the other. */
const pairsAlone = new Set(['administration/edition-words.ts'])

/** Pairs of a catalogue as they are written: a key, and both languages of its text. */
function pairsOf(path: string): readonly (readonly [key: string, zh: string, en: string])[] {
  const text = readFileSync(`${folder}${path}`, 'utf8')
  const STRING = `(?:'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)")`
  const PAIR = new RegExp(`'([\\w.]+)': \\{\\s*zh: ${STRING},\\s*en: ${STRING},?\\s*\\}`, 'g')
  return [...text.matchAll(PAIR)].map(([, key, zh, zh2, en, en2]) => [key!, zh ?? zh2 ?? '', en ?? en2 ?? ''])
}

const pairs = catalogues.flatMap((path) => pairsOf(path))

function placesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort()
}

/** A source without its comments. */
function codeOf(path: string): string {
  return readFileSync(`${folder}${path}`, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
}

describe('the words of the pages', () => {
  it('are all found by this test', () => {
    for (const path of catalogues) {
      const keys = codeOf(path).match(/^ {2}'[\w.]+':/gm) ?? []
      expect(pairsOf(path).length, path).toBe(keys.length)
    }
    expect(pairs.length).toBeGreaterThan(300)
  })

  it('stand in both languages, and no key stands twice', () => {
    for (const [key, zh, en] of pairs) {
      expect(zh, key).not.toBe('')
      expect(en, key).not.toBe('')
    }
    expect(new Set(pairs.map(([key]) => key)).size).toBe(pairs.length)
  })

  it('take the same data in both languages', () => {
    for (const [key, zh, en] of pairs) expect([key, ...placesOf(en)]).toEqual([key, ...placesOf(zh)])
  })

  /** Heads by which a sheet is read, and names of units of money, stay as they are printed. */
  const named = [
    '名称',
    '类型',
    '部门',
    '单位',
    '上级',
    '任务',
    '预算数',
    '执行数',
    '万元',
    '自评',
    '姓名',
    '登录名',
    '角色',
    '初始密码',
  ]

  it('hold no Chinese in English but heads that a sheet must have', () => {
    for (const [key, , en] of pairs) {
      const rest = named.reduce((text, name) => text.replaceAll(name, ''), en)
      expect(HAN.test(rest) ? `${key}: ${en}` : '').toBe('')
    }
  })

  it('are all in catalogues: no page has Chinese of its own that English would show too', () => {
    const found = files
      .filter((path) => !catalogues.includes(path) && !pairsAlone.has(path))
      .flatMap((path) =>
        codeOf(path)
          .split('\n')
          // A pair of both languages, a choice by language, a pattern that reads forms.
          .filter((line) => HAN.test(line) && !/\bzh\b|lang|=== '|new RegExp|\/.*\p{Script=Han}.*\//u.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      )
    expect(found).toEqual([])
  })
})
