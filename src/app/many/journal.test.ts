import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { FileResult } from './file-result.ts'
import { Journal, journalPath } from './journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'ziping-journal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const result = (hash: string): FileResult => ({ hash, format: 'text', forms: [], titles: {}, trouble: null })

/** A journal with results 'a' and 'b', broken off. */
async function broken(name: string): Promise<string> {
  const path = join(folder, 'deep', name)
  const journal = await Journal.open(path, {}, false)
  journal.add(result('a'))
  journal.add(result('b'))
  journal.close(false)
  return path
}

async function known(path: string, fresh = false): Promise<readonly string[]> {
  const journal = await Journal.open(path, {}, fresh)
  journal.close(false)
  return [...journal.known.keys()]
}

describe('the journal', () => {
  it('gives back what was written before a break, and is gone when all is done', async () => {
    const path = await broken('plain')
    expect(await known(path)).toEqual(['a', 'b'])
    const journal = await Journal.open(path, {}, false)
    expect(journal.known.get('a')).toEqual(result('a'))
    journal.close(true)
    expect(existsSync(path)).toBe(false)
  })

  it('takes a torn last line for none, and goes on below it', async () => {
    const path = await broken('torn')
    const text = readFileSync(path, 'utf8')
    for (let cut = text.indexOf('"b"'); cut < text.length - 1; cut++) {
      writeFileSync(path, text.slice(0, cut))
      const journal = await Journal.open(path, {}, false)
      expect([...journal.known.keys()]).toEqual(['a'])
      journal.add(result('c'))
      journal.close(false)
      expect(await known(path)).toEqual(['a', 'c'])
    }
  })

  it('takes no line for a result that is none', async () => {
    const path = await broken('garbage')
    appendFileSync(
      path,
      'garbage\n\u0000\u0000\n{"hash":1}\nnull\n{"hash":"c","forms":[],"titles":{},"format":"","trouble":null}\n',
    )
    expect(await known(path)).toEqual(['a', 'b', 'c'])
  })

  it('begins anew under other options, another version, or when asked', async () => {
    const options = await broken('options')
    const journal = await Journal.open(options, { edition: 'hubei-project-2020' }, false)
    expect(journal.known.size).toBe(0)
    journal.close(false)
    expect(await known(options)).toEqual([])
    const version = await broken('version')
    writeFileSync(version, readFileSync(version, 'utf8').replace(/"app":"[^"]+"/, '"app":"0.0.0"'))
    expect(await known(version)).toEqual([])
    expect(await known(await broken('fresh'), true)).toEqual([])
    const empty = join(folder, 'empty')
    writeFileSync(empty, '')
    expect(await known(empty)).toEqual([])
  })

  it('has files that were given up tried again', async () => {
    const path = await broken('stopped')
    appendFileSync(path, `${JSON.stringify({ ...result('d'), stopped: true })}\n`)
    expect(await known(path)).toEqual(['a', 'b'])
  })

  it.runIf(process.platform !== 'win32')('is for its user alone', async () => {
    expect(statSync(await broken('mode')).mode & 0o777).toBe(0o600)
  })

  it('has a place of its own for other inputs and options', () => {
    const places = [
      journalPath(['a'], {}),
      journalPath(['b'], {}),
      journalPath(['a', 'b'], {}),
      journalPath(['a'], { edition: 'x' }),
    ]
    expect(new Set(places).size).toBe(4)
    expect(journalPath(['./a/'], {})).toBe(places[0])
  })
})
