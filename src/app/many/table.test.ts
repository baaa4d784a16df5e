import { describe, expect, it } from 'vitest'
import { placeholdersOf } from '../../core/texts/index.ts'
import { writeXlsx } from '../../writers/xlsx/index.ts'
import { readSource } from '../read-source.ts'
import { isTableFormat, writeTable } from '../write-table.ts'
import type { FileResult, FormResult, RuleCount } from './file-result.ts'
import { fileRules } from './messages.ts'
import { ReportPaths } from './report-paths.ts'
import { sayFigure, sayForm, sayRange, sayRemark } from './say-row.ts'
import { commonFolder, distanceOf, type Entry, exitStatusOf, rank, type Table, tableOf } from './table.ts'
import { tableGrid } from './table-grid.ts'

function form(over: Partial<FormResult> = {}): FormResult {
  return {
    kind: 'project',
    title: '项目支出绩效自评表',
    department: '某局',
    project: '',
    year: 2022,
    extent: null,
    edition: 'national-project-2020',
    editionChoice: 'national',
    printed: '95',
    added: '95',
    recomputed: { min: '90', max: '96' },
    grades: ['excellent'],
    errors: 0,
    warnings: 0,
    notes: 0,
    unread: 0,
    complete: true,
    said: [],
    ...over,
  }
}

const said = (rule: string, count: number, severity: RuleCount['severity'] = 'error'): RuleCount => ({
  rule,
  severity,
  count,
})

const file = (hash: string, ...forms: FormResult[]): FileResult => ({
  hash,
  format: 'text',
  forms,
  titles: {},
  trouble: null,
})
const trouble = (rule: string) => ({
  rule,
  text: { zh: '“{name}”坏了', en: '“{name}” is broken' },
  data: { name: '?' },
})

function table(files: readonly FileResult[], entries?: readonly Entry[]): Table {
  const results = new Map(files.map((each) => [each.hash, each]))
  return tableOf(entries ?? files.map(({ hash }) => ({ path: `d/${hash}`, hash })), results, {
    pending: 0,
    interrupted: false,
  })
}

const none: FileResult = { ...file('none'), trouble: trouble('recognise/no-form') }

describe('the table', () => {
  it('has a row for each form, and for each file without one', () => {
    const broken: FileResult = { ...file('broken'), trouble: trouble('xlsx/unreadable') }
    const slow: FileResult = { ...file('slow'), trouble: trouble('work/stopped'), stopped: true }
    const made = table(
      [file('two', form(), form()), none, broken, slow],
      [
        { path: 'two', hash: 'two' },
        { path: 'none', hash: 'none' },
        { path: 'b/broken', hash: 'broken' },
        { path: 'slow', hash: 'slow' },
        { path: 'c/copy', hash: 'broken' },
        { path: 'copy', hash: 'two' },
        { path: 'x.rar', trouble: trouble('files/not-opened') },
        { path: 'Thumbs.db', ignored: 'system' },
        { path: 'unreached', hash: 'unreached' },
      ],
    )
    expect(made.rows.map(({ file: path, status, number, sameAs }) => [path, status, number, sameAs])).toEqual([
      ['two', 'checked', 1, null],
      ['two', 'checked', 2, null],
      ['none', 'noForm', null, null],
      ['b/broken', 'notRead', null, null],
      ['slow', 'stopped', null, null],
      ['c/copy', 'notRead', null, 'b/broken'],
      ['copy', 'checked', 1, 'two'],
      ['copy', 'checked', 2, 'two'],
      ['x.rar', 'notRead', null, null],
      ['Thumbs.db', 'ignored', null, null],
    ])
    expect(made.counts).toMatchObject({
      files: 8,
      forms: 2,
      duplicates: 2,
      noForm: 1,
      notRead: 3,
      stopped: 1,
      ignored: 1,
    })
    // The same content under another name is told under that name.
    expect(sayRemark(made.rows[5]!, 'zh')).toBe('与“b/broken”内容相同；“copy”坏了')
    expect(sayRemark(made.rows[9]!, 'en')).toBe('made by the operating system')
  })

  it('ranks forms by errors, then by how far the printed total is off, then by warnings; copies once', () => {
    const files = [
      file('few', form({ errors: 1 })),
      file('far', form({ errors: 2, printed: '99' })),
      file('near', form({ errors: 2, printed: '96.5' })),
      file('below', form({ errors: 2, printed: '80' })),
      file('silent', form({ errors: 2, printed: null, warnings: 9 })),
      file('inside', form({ errors: 2, warnings: 3 })),
    ]
    const made = table(files, [...files.map(({ hash }) => ({ path: hash, hash })), { path: 'copy', hash: 'far' }])
    expect(rank(made).map((row) => row.file)).toEqual(['below', 'far', 'near', 'silent', 'inside', 'few'])
    expect(rank(made).map(({ distance }) => distance?.toString() ?? null)).toEqual(['10', '3', '0.5', null, '0', '0'])
    expect(distanceOf(form({ printed: null }))).toBeNull()
    expect(made.counts.errors).toBe(11)
  })

  it('counts what is wrong most often, errors first, by places and by forms', () => {
    const made = table([
      file('1', form({ said: [said('a', 2), said('b', 1), said('w', 9, 'warning')] })),
      file('2', form({ said: [said('b', 2), said('c', 2)] })),
    ])
    expect(made.rules[0]!.title).toEqual({ zh: 'b', en: 'b' })
    expect(made.rules.map(({ rule, count, forms }) => [rule, count, forms])).toEqual([
      ['b', 3, 2],
      ['a', 2, 1],
      ['c', 2, 1],
      ['w', 9, 1],
    ])
  })

  it('is 2 where nothing could be read, 1 where a form has errors, else 0', () => {
    expect(exitStatusOf(table([none]))).toBe(2)
    expect(exitStatusOf(table([]))).toBe(2)
    expect(exitStatusOf(table([none, file('1', form())]))).toBe(0)
    expect(exitStatusOf(table([none, file('1', form()), file('2', form({ errors: 1 }))]))).toBe(1)
  })

  it('names the folder that all files share', () => {
    const at = (...paths: string[]) =>
      commonFolder(
        table(
          [file('x', form())],
          paths.map((path) => ({ path, hash: 'x' })),
        ),
      )
    expect(at('/a/b/1', '/a/b/c/2', '/a/bb/3')).toBe('/a/')
    expect(at('a/b/1', 'a/b/2')).toBe('a/b/')
    expect(at('a/1', 'b/2')).toBe('')
    expect(at('/1', '/2')).toBe('/')
    expect(at()).toBe('')
  })
})

describe('its words', () => {
  it('are figures as forms print them, ranges, and forms by kind, name and place', () => {
    expect(['95', '95.5', '96.625', '200/3', null].map(sayFigure)).toEqual(['95.00', '95.50', '96.625', '66.67', ''])
    expect(sayRange(form())).toBe('90.00–96.00')
    expect(sayRange(form({ recomputed: { min: '90', max: '90' } }))).toBe('90.00')
    const [row] = table([file('1', form({ project: '道路' }))]).rows
    expect(sayForm(row!, 'zh')).toBe('项目：道路')
    const extent = { kind: 'pages', first: 3, last: 4 } as const
    const [second] = table([file('1', form({ kind: 'department', extent }), form())]).rows
    expect(sayForm(second!, 'zh')).toBe('部门整体（第3—4页）')
    expect(sayRemark({ ...row!, form: form({ complete: false }) }, 'zh')).toContain('不完整')
  })

  it('of files that are not opened name all their placeholders', () => {
    const known = ['name', 'detail', 'limit', 'kind', 'archive']
    for (const { text } of Object.values(fileRules['files/not-opened'].messages)) {
      expect(placeholdersOf(text.zh).every((name) => known.includes(name))).toBe(true)
      expect([...placeholdersOf(text.zh)].sort()).toEqual([...placeholdersOf(text.en)].sort())
    }
  })
})

describe('its formats', () => {
  const hostile = table([
    file(
      '1',
      form({
        department: '=HYPERLINK("http://x")',
        project: '<script>alert(1)</script>',
        errors: 1,
        said: [said('total-not-adding-up', 1)],
      }),
    ),
    none,
  ])

  it('are four, and each gives the same bytes for the same table', async () => {
    expect(isTableFormat('pdf')).toBe(false)
    for (const format of ['csv', 'xlsx', 'json', 'html'] as const) {
      expect(await writeTable(hostile, format, 'zh')).toEqual(await writeTable(hostile, format, 'zh'))
    }
  })

  it('csv opens in Excel as it is, and holds no formula', async () => {
    const text = String(await writeTable(hostile, 'csv', 'zh'))
    expect(text.startsWith('\ufeff文件,结果,')).toBe(true)
    expect(text).toContain(`,"'=HYPERLINK(""http://x"")",`)
    const { grids } = await readSource(Buffer.from(text), 'x.csv')
    expect(grids[0]!.rowCount).toBe(3)
  })

  it('xlsx is read back to the same cells', async () => {
    const grid = tableGrid(hostile, 'zh')
    const { format, grids } = await readSource((await writeTable(hostile, 'xlsx', 'zh')) as Uint8Array, 'x.xlsx')
    expect(format).toBe('xlsx')
    expect(grids[0]!.cells.map(({ text }) => text).filter((text) => text !== '')).toEqual(
      grid.cells.map(({ text }) => text).filter((text) => text !== ''),
    )
    expect(writeXlsx(grid).length).toBeGreaterThan(1000)
  })

  it('html needs no script and no network, and leads from each problem to what its rule says', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const page = String(await writeTable(hostile, 'html', lang))
      expect(page).not.toContain('<script')
      expect(page).not.toMatch(/(src|href)="(?!#)/)
      expect(page).toContain('&lt;script&gt;')
      const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
      expect(links.length).toBeGreaterThan(0)
      for (const link of links) expect(page).toContain(`id="${link}"`)
      expect(page).toContain('A04 total-not-adding-up')
    }
    const broken = String(await writeTable({ ...hostile, interrupted: true, pending: 7 }, 'html', 'zh'))
    expect(broken).toContain('还有 7 个文件没有检查')
  })
})

describe('report paths', () => {
  it('lie below their folder, under names every system takes, each once', () => {
    const paths = new ReportPaths('out')
    const stems = ['../../etc/x', '/a/b.txt', 'a/b.txt', 'A/B.TXT', 'a:b?*<>|"\\c', 'x. ', '字'.repeat(300), './'].map(
      (path) => paths.stemFor(path),
    )
    expect(stems.slice(0, 6)).toEqual([
      'out/_/_/etc/x',
      'out/a/b.txt',
      'out/a/b.txt~2',
      'out/A/B.TXT~3',
      'out/a_b_______c',
      'out/x_',
    ])
    expect(Buffer.byteLength(stems[6]!)).toBeLessThan(200)
    expect(stems[7]).toBe('out')
  })
  it('are told apart from the endings of others', () => {
    const paths = new ReportPaths('out')
    expect(['a/b', 'a/b-1', 'a/c-1-2', 'a/c', 'a/c-1', 'd-e/f'].map((path) => paths.stemFor(path))).toEqual([
      'out/a/b',
      'out/a/b-1~2',
      'out/a/c-1-2',
      'out/a/c~2',
      'out/a/c-1~2',
      'out/d-e/f',
    ])
  })
})
