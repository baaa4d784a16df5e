/** `print` on folders, archives and several files, as a user runs it. */

import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintTable } from '../../src/app/print-many.ts'
import { samplePath, ziping } from '../support/cli.ts'
import { corpusFolder } from '../support/golden.ts'
import { repositoryRoot } from '../support/source-files.ts'

const root = mkdtempSync(join(tmpdir(), 'ziping-print-many-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const inputs = join(root, '各表')
const form = (slug: string) => join(corpusFolder, slug, 'form.txt')

beforeAll(() => {
  mkdirSync(inputs)
  copyFileSync(form('b-yunnan-school-pipes'), join(inputs, '学校.txt'))
  copyFileSync(form('a-two-projects-web-pipes'), join(inputs, '两个'))
  copyFileSync(form('d-ningxia-school-tsv'), join(inputs, '两个-1'))
  writeFileSync(join(inputs, '名单.txt'), '姓名\t年龄\n甲\t30\n')
  writeFileSync(join(inputs, '断.xlsx'), 'PK\u0003\u0004 not a workbook')
  writeFileSync(join(inputs, '包.zip'), zipSync({ '里/学校.txt': readFileSync(form('b-yunnan-school-pipes')) }))
})

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Paths below the inputs, wherever these lie. */
function shortened(table: PrintTable, out: string): PrintTable['rows'] {
  return table.rows.map((row) => ({
    ...row,
    file: row.file.replace(inputs, ''),
    written: row.written.map(({ path, kept }) => ({ kept, path: path.replace(`${out}${inputs}`, '') })),
  }))
}

describe('printing many', () => {
  it('writes every form once, says what became of each file, and leaves what is there already', () => {
    const out = join(root, 'out')
    const { code, out: text } = ziping('print', inputs, '--to', 'docx', '--out', out, '--json', '--quiet')
    expect(code).toBe(0)
    const first = shortened(JSON.parse(text) as PrintTable, out)
    expect(first.map(({ file, status, written }) => [file, status, written.map(({ path }) => path)])).toEqual([
      ['/两个', 'printed', ['/两个-1.docx', '/两个-2.docx']],
      ['/两个-1', 'printed', ['/两个-1~2.docx']],
      ['/包.zip/里/学校.txt', 'printed', ['/包.zip/里/学校.txt.docx']],
      ['/名单.txt', 'noForm', []],
      ['/学校.txt', 'printed', ['/学校.txt.docx']],
      ['/断.xlsx', 'notRead', []],
    ])
    const files = filesBelow(join(out, inputs))
    expect(files).toHaveLength(5)
    const times = files.map((path) => statSync(join(out, inputs, path)).mtimeMs)
    const again = ziping('print', inputs, '--to', 'docx', '--out', out, '--json', '--quiet', '--jobs', '1')
    const second = shortened(JSON.parse(again.out) as PrintTable, out)
    expect(second.flatMap(({ written }) => written.map(({ kept }) => kept))).toEqual([true, true, true, true, true])
    expect(files.map((path) => statSync(join(out, inputs, path)).mtimeMs)).toEqual(times)
    const table = ziping('print', inputs, '--to', 'docx', '--out', out, '--quiet').out
    expect(table).toMatch(/文件 6 · 写出 0 · 已有且相同 5 · 无自评表 1 · 未能读取 1/)
  })

  it('does not take a file for the folder, nor a folder without a form for success', () => {
    expect(ziping('print', inputs, '--to', 'pdf', '--out', join(root, 'all.pdf')).code).toBe(2)
    const empty = join(root, '空')
    mkdirSync(empty)
    expect(ziping('print', empty, '--to', 'pdf', '--out', join(root, 'nothing')).code).toBe(2)
  })

  it('names the file that a place is in: the form, the filled template, or the template that cannot be filled', () => {
    const filled = join(root, 'filled.xlsx')
    const template = join(repositoryRoot, 'tests/files/template/open.xlsx')
    const { code, err } = ziping('print', samplePath, '--into', template, '--out', filled)
    expect(code).toBe(0)
    expect(err).toContain(`${samplePath}:134:1`)
    expect(err).toContain(`${filled}:自评表!`)
    expect(err).not.toContain(`${samplePath}:自评表`)
    const broken = join(root, 'broken.xlsx')
    writeFileSync(broken, new Uint8Array([80, 75, 3, 4, 1, 2, 3]))
    const refused = ziping('print', samplePath, '--into', broken)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('不是文本文件')
    expect(refused.err).toContain(`--> ${broken}`)
  })

  it('refuses what no product answers, before any file is read, and says what is possible', () => {
    for (const asked of [
      ['--what', 'nothing'],
      ['--to', 'json'],
      ['--to', 'pdf', '--what', 'template'],
    ]) {
      const { code, err } = ziping('print', samplePath, ...asked)
      expect(code).toBe(2)
      expect(err).toContain('--what form --to html|xlsx|docx|pdf')
    }
    const annotated = ziping('print', samplePath, '--what', 'annotated', '--to', 'docx')
    expect([annotated.code, annotated.err]).toEqual([2, expect.stringContaining('总按原文件的格式写')])
    expect(ziping('print', samplePath, '--layout', 'nowhere').err).toContain('shenzhen-department')
  })
})
