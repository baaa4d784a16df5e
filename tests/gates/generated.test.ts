import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { interfaceFiles } from '../../scripts/docs/interface-files.ts'
import { generatedPages } from '../../scripts/docs/pages.ts'
import { version } from '../../src/app/version.ts'
import { repositoryRoot } from '../support/source-files.ts'

describe('what is generated is current', () => {
  it('every page of docs/generated/ is what the code says now', () => {
    const stale = [...generatedPages()].filter(([path, text]) => {
      const file = join(repositoryRoot, 'docs/generated', path)
      return !existsSync(file) || readFileSync(file, 'utf8') !== text
    })
    expect(
      stale.map(([path]) => path),
      'run `npm run docs`',
    ).toEqual([])
  })

  it('the operations that the web application knows are those of the interface', () => {
    for (const [path, text] of interfaceFiles()) {
      expect(readFileSync(join(repositoryRoot, path), 'utf8'), 'run `npm run docs`').toBe(text)
    }
  })

  it('the version is that of package.json', () => {
    const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string }
    expect(version).toBe(manifest.version)
  })
})
