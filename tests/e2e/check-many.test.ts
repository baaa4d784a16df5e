/** `check` on folders, archives and several files, as a user runs it. */

import { spawn } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../src/app/many/table.ts'
import { reportSchema } from '../../src/app/schema/report-schema.ts'
import { cliPath, samplePath, ziping } from '../support/cli.ts'
import { corpusFolder, corpusForms } from '../support/golden.ts'

const root = mkdtempSync(join(tmpdir(), 'ziping-many-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const inputs = join(root, '送审表')
const many = join(root, '许多')
const MANY = 160

function source(slug: string, file: string): Buffer {
  return readFileSync(join(corpusFolder, slug, file))
}

beforeAll(() => {
  mkdirSync(join(inputs, '各局'), { recursive: true })
  for (const { slug, file } of corpusForms())
    copyFileSync(join(corpusFolder, slug, file), join(inputs, `各局/${slug}.txt`))
  const printed = (slug: string, format: string) => {
    const path = join(inputs, `${slug}.${format}`)
    expect(ziping('print', join(corpusFolder, slug, 'form.txt'), '--to', format, '--out', path).code).toBe(0)
    return readFileSync(path)
  }
  const workbook = printed('a-national-review-tsv', 'xlsx')
  printed('h-hebei-split-score-tsv', 'html')
  writeFileSync(join(inputs, '副本.xlsx'), workbook)
  writeFileSync(join(inputs, '截断.xlsx'), workbook.subarray(0, workbook.length / 2))
  writeFileSync(join(inputs, '空.txt'), '')
  writeFileSync(join(inputs, '名单.txt'), '姓名\t年龄\n甲\t30\n')
  writeFileSync(join(inputs, '乱码.bin'), Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)))
  writeFileSync(join(inputs, '~$表.xlsx'), 'x')
  writeFileSync(join(inputs, 'Thumbs.db'), 'x')
  symlinkSync('/etc', join(inputs, '链接'))
  const text = (extra: string) => Buffer.concat([source('d-beijing-consumer-lines', 'form.txt'), Buffer.from(extra)])
  const inner = zipSync({ '里/表.txt': text('\n'), '里/表.xlsx': workbook })
  writeFileSync(join(inputs, '打包.zip'), zipSync({ '内层.zip': inner, '外.txt': text('\n\n') }))

  mkdirSync(many)
  const forms = corpusForms()
  for (let index = 0; index < MANY; index++) {
    const { slug, file } = forms[index % forms.length]!
    // A line break more makes another content of the same form.
    const content = Buffer.concat([source(slug, file), Buffer.from('\n'.repeat(1 + Math.floor(index / forms.length)))])
    writeFileSync(join(many, `${index}.txt`), content)
  }
}, 120_000)

function tableOf(...words: string[]): { readonly code: number | null; readonly table: Table; readonly err: string } {
  const { code, out, err } = ziping('check', ...words, '--json', '--quiet')
  return { code, table: JSON.parse(out), err }
}

describe('check on a folder', () => {
  it('gives a row for every file, whatever is wrong with it, and goes on', () => {
    const { code, table } = tableOf(inputs)
    expect(code).toBe(1)
    const status = (name: string) =>
      table.rows.filter(({ file }) => file === `${inputs}/${name}`).map((row) => row.status)
    expect(status('各局/shenzhen-guangming-2021.txt')).toEqual(['checked'])
    expect(status('各局/a-two-projects-web-pipes.txt')).toEqual(['checked', 'checked'])
    expect(status('打包.zip/内层.zip/里/表.txt')).toEqual(['checked'])
    expect(status('打包.zip/外.txt')).toEqual(['checked'])
    expect(status('名单.txt')).toEqual(['noForm'])
    for (const name of ['截断.xlsx', '空.txt', '乱码.bin']) expect(status(name)).toEqual(['notRead'])
    for (const name of ['~$表.xlsx', 'Thumbs.db', '链接']) expect(status(name)).toEqual(['ignored'])
    const copies = table.rows.filter(({ sameAs }) => sameAs === `${inputs}/a-national-review-tsv.xlsx`)
    expect(copies.map(({ file }) => file.slice(inputs.length + 1))).toEqual([
      '副本.xlsx',
      '打包.zip/内层.zip/里/表.xlsx',
    ])
    const sample = table.rows.find(({ file }) => file.includes('guangming'))!.form!
    expect(sample).toMatchObject({ year: 2021, printed: '96.62', added: '90.83' })
    expect(table.counts.forms).toBe(table.rows.filter((row) => row.form !== null && row.sameAs === null).length)
  })

  it('says of each form what a check of its file alone says', () => {
    const { table } = tableOf(inputs)
    for (const slug of ['shenzhen-guangming-2021', 'h-hebei-split-score-tsv']) {
      const alone = JSON.parse(ziping('check', join(corpusFolder, slug, 'form.txt'), '--json').out)
      const findings = [...alone.findings, ...alone.reports[0].findings] as { severity: string }[]
      const row = table.rows.find(({ file }) => file.endsWith(`${slug}.txt`))!.form!
      expect(row.errors).toBe(findings.filter(({ severity }) => severity === 'error').length)
      expect(row.warnings).toBe(findings.filter(({ severity }) => severity === 'warning').length)
      expect(row.recomputed).toMatchObject(alone.reports[0].scored.total.recomputed)
    }
  })

  it('gives the same table whatever the number of workers, and whichever way the files are named', () => {
    const [one, four] = ['1', '4'].map((jobs) => ziping('check', inputs, '--json', '--quiet', '--jobs', jobs).out)
    expect(four).toBe(one)
    const list = readdirSync(inputs)
      .sort()
      .map((name) => join(inputs, name))
    expect(tableOf(...list).table.counts.forms).toBe((JSON.parse(one!) as Table).counts.forms)
  })

  it('prints an aligned table with counts, problems and what was not read, in two languages', () => {
    const { code, out, err } = ziping('check', inputs)
    expect(code).toBe(1)
    // Where it takes long the progress is told.
    expect(err).toMatch(/^(?:文件 \d+\/\d+ .*\n)*$/)
    expect(out).toMatch(/文件 +表 +部门（单位） +年度 +表列总分 +得分合计 +重算总分 +错误 +警告 +未读出/)
    expect(out).toMatch(/shenzhen-guangming-2021\.txt +部门整体 +\S+ +2021 +96\.62 +90\.83/)
    expect(out).toContain('常见问题')
    expect(out).toMatch(/截断\.xlsx {2}文件“截断\.xlsx”.+/)
    expect(out).toContain('链接，未跟随')
    const en = ziping('check', inputs, '--lang', 'en').out
    expect(en).toMatch(/file +form +department +year +printed +added +recomputed/)
    expect(en).toContain('a link, not followed')
  })

  it('writes the table as csv, xlsx, json and html, and each form’s report', () => {
    const out = join(root, 'out')
    const reports = join(root, 'reports')
    const words = ['check', inputs, '--to', 'csv,xlsx,json,html', '--out', join(out, '汇总.csv'), '--reports', reports]
    expect(ziping(...words).code).toBe(1)
    expect(readdirSync(out).sort()).toEqual(['汇总.csv', '汇总.html', '汇总.json', '汇总.xlsx'])
    expect(readFileSync(join(out, '汇总.csv'), 'utf8').startsWith('\ufeff文件,')).toBe(true)
    expect(JSON.parse(readFileSync(join(out, '汇总.json'), 'utf8')).schema).toBe(1)
    expect(readFileSync(join(out, '汇总.html'), 'utf8')).toContain('各表排名')
    expect(ziping('read', join(out, '汇总.xlsx')).code).toBe(2)
    const written = readdirSync(reports, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    const { table } = tableOf(inputs)
    expect(written).toHaveLength(table.counts.forms)
    const report = JSON.parse(readFileSync(join(reports, written[0]!), 'utf8'))
    expect(reportSchema.safeParse(report).error?.issues ?? []).toEqual([])
  })

  it('is exit 2 only where nothing at all could be read, 0 where no form has errors', () => {
    expect(ziping('check', join(inputs, '空.txt'), join(inputs, '名单.txt'), '--quiet').code).toBe(2)
    const clean = join(corpusFolder, 'd-linkage-funds-pipes/form.txt')
    expect(ziping('check', clean, join(inputs, '空.txt'), '--quiet').code).toBe(0)
    expect(ziping('check', clean, samplePath, '--quiet').code).toBe(1)
    expect(ziping('check', join(root, '没有'), samplePath, '--quiet').out).toContain('没有这个文件')
  })

  it('says which options it cannot take', () => {
    expect(ziping('check', inputs, '--to', 'pdf').err).toContain('不支持的格式')
    expect(ziping('check', inputs, '--jobs', '0').code).toBe(2)
    expect(ziping('check', inputs, '--set', 'a.actual=1').code).toBe(2)
    const nowhere = join(inputs, '空.txt', '下')
    expect(ziping('check', samplePath, '--to', 'csv', '--out', join(nowhere, 'a.csv')).err).toContain('无法写入')
    expect(ziping('check', inputs, '--journal', join(nowhere, 'j')).err).toContain('无法写入')
    expect(ziping('check', inputs, '--time-limit', 'x', '--lang', 'en').err).toContain('whole number')
  })

  it('gives a file up that takes too long, alone or among many, and says so', () => {
    const wide = join(root, '宽.txt')
    writeFileSync(
      wide,
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(24 * 1024 * 1024, Buffer.from('表\t', 'utf16le'))]),
    )
    const alone = ziping('check', wide, '--time-limit', '1')
    expect(alone.code).toBe(2)
    expect(alone.err).toMatch(/1 秒内没有读完/)
    const { code, table } = tableOf(wide, join(corpusFolder, 'd-linkage-funds-pipes/form.txt'), '--time-limit', '1')
    expect(table.rows.map(({ status }) => status)).toEqual(['stopped', 'checked'])
    expect(code).toBe(0)
  })

  it('a file of several forms ends with the same table', () => {
    const { out } = ziping('check', join(corpusFolder, 'a-two-projects-web-pipes/form.txt'))
    expect(out).toMatch(/form\.txt #1 +项目.*\n.*form\.txt #2 +项目/)
  })
})

interface Broken {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** Runs until the journal has `lines` lines, then sends the signal. */
async function breakOff(journal: string, lines: number, signal: NodeJS.Signals): Promise<Broken> {
  const child = spawn(process.execPath, [cliPath, 'check', many, '--journal', journal, '--jobs', '2'], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    err += text
  })
  const timer = setInterval(() => {
    if (!existsSync(journal) || readFileSync(journal, 'utf8').split('\n').length <= lines) return
    clearInterval(timer)
    child.kill(signal)
  }, 5)
  const end = await new Promise<Pick<Broken, 'code' | 'signal'>>((resolve) =>
    child.on('close', (code, by) => resolve({ code, signal: by })),
  )
  clearInterval(timer)
  return { ...end, out, err }
}

describe('a check that is broken off', () => {
  const whole = () => ziping('check', many, '--json', '--quiet', '--journal', join(root, 'whole.jsonl'), '--jobs', '2')

  it('by a kill goes on from where it was, and ends as one that was not', async () => {
    const journal = join(root, 'killed.jsonl')
    const uninterrupted = whole()
    expect(uninterrupted.code).toBe(1)
    for (const lines of [20, 50]) {
      expect((await breakOff(journal, lines, 'SIGKILL')).signal).toBe('SIGKILL')
      // As a machine that lost its power leaves it.
      appendFileSync(journal, '{"hash":"torn')
    }
    const known = readFileSync(journal, 'utf8').split('\n').length - 3
    expect(known).toBeGreaterThan(40)
    expect(known).toBeLessThan(MANY)
    const { out, err } = ziping('check', many, '--json', '--journal', journal, '--jobs', '2')
    expect(out).toBe(uninterrupted.out)
    expect(err).toMatch(/从上次停止处继续：\d+ 个文件/)
    expect(existsSync(journal)).toBe(false)
    expect(existsSync(join(root, 'whole.jsonl'))).toBe(false)
  })

  it('by Ctrl-C prints the table so far and says how to go on', async () => {
    const journal = join(root, 'interrupted.jsonl')
    const { code, out, err } = await breakOff(journal, 20, 'SIGINT')
    expect(code).toBe(130)
    expect(out).toMatch(/\d+\.txt +项目/)
    expect(err).toMatch(/还有 \d+ 个文件没有检查/)
    expect(err).toContain(`--journal ${journal}`)
    expect(existsSync(journal)).toBe(true)
    const fresh = ziping('check', many, '--json', '--fresh', '--journal', journal)
    expect(fresh.err).not.toContain('从上次停止处继续')
    expect(fresh.out).toBe(whole().out)
  })
})
