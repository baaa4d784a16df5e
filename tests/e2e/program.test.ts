import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cliPath } from '../support/cli.ts'

const built = dirname(cliPath)
const script = readdirSync(built).find((name) => /^program-[0-9a-f]{12}\.cjs$/.test(name))!

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ziping-program-'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  for (const name of ['cli.js', script]) copyFileSync(join(built, name), join(folder, name))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function value(): string {
  return execFileSync(process.execPath, [join(folder, 'cli.js'), 'value', '≥60人'], {
    encoding: 'utf8',
    timeout: 60_000,
  })
}

describe('the built program', () => {
  it('stands with what was compiled of it, in plain ASCII', () => {
    expect(statSync(join(built, `${script}.cache`)).size).toBeGreaterThan(100_000)
    expect(/[^\0-\x7f]/.test(readFileSync(join(built, script), 'latin1'))).toBe(false)
  })

  it('runs without that, and keeps it for the next time', () => {
    const said = value()
    expect(said).toContain('60')
    const cache = join(folder, `${script}.cache`)
    const { mtimeMs, size } = statSync(cache)
    expect(size).toBeGreaterThan(10_000)
    expect(value()).toBe(said)
    expect(statSync(cache).mtimeMs).toBe(mtimeMs)
  })

  it('takes nothing that the engine did not make of this text', () => {
    const said = value()
    const cache = join(folder, `${script}.cache`)
    const kept = readFileSync(cache)
    for (const other of [
      Buffer.alloc(0),
      Buffer.from('not compiled'),
      Buffer.alloc(kept.length, 7),
      kept.subarray(0, 4000),
    ]) {
      writeFileSync(cache, other)
      expect(value()).toBe(said)
      expect(statSync(cache).size).toBeGreaterThan(kept.length / 2)
    }
  })

  it('runs where nothing can be kept', () => {
    // A folder in its place: nobody can put a file there, root neither.
    execFileSync('mkdir', [join(folder, `${script}.cache`)])
    expect(value()).toContain('60')
    expect(readdirSync(folder).sort()).toEqual(['cli.js', 'package.json', script, `${script}.cache`].sort())
  })
})
