/** Blank forms made by LibreOffice, filled: what was filled differs, everything else of the file is as it was. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readForms } from '../../src/app/read-forms.ts'
import { readSource } from '../../src/app/read-source.ts'
import { fillTemplate } from '../../src/app/template/fill-template.ts'
import { fillWorkbook } from '../../src/app/template/fill-workbook.ts'
import { type Form, shiftOf, type TableEdit } from '../../src/core/model/index.ts'
import { editionById, layoutById } from '../../src/core/rulebook/index.ts'
import { generateForm } from '../support/generate-form.ts'
import { corpusFolder } from '../support/golden.ts'
import { shownIn } from '../support/shown.ts'
import { repositoryRoot } from '../support/source-files.ts'
import { changedMembers } from '../support/template/package-parts.ts'

const folder = join(repositoryRoot, 'tests/files/template')

function blank(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)))
}

async function sample(): Promise<Form> {
  const bytes = readFileSync(join(corpusFolder, 'shenzhen-guangming-2021/form.txt'))
  return (await readForms(bytes, 'form.txt')).recognitions[0]!.form
}

function national(seed: number, rows: number): Form {
  const layout = layoutById('national-project')!
  return generateForm(seed, { edition: editionById('national-project-2020')!, layout, rows }).form
}

/** Fields as lines without the number of their row: a template has an order of its own. `9.80` is 9.8. */
function lines(form: Form, layout: string): string[] {
  return (
    shownIn(layoutById(layout)!, form)
      .filter((line) => !/^(?:title|layout|executionPoints): /.test(line))
      .map((line) =>
        line
          .replace(/^(tasks|indicators|goals)\[\d+\]/, '$1')
          .replace(/: (-?\d+\.\d*?)0+$/, ': $1')
          .replace(/\.$/, ''),
      )
      .map((line) => line.replace(/: 其中[:：](?:当年)?(?=财政拨款)/, ': '))
      // Points stand in labels where a template prints them there.
      .map((line) => line.replace(/^(indicators\.level[12]: \S+) .*$/, '$1'))
      .sort()
  )
}

async function filled(form: Form, name: string) {
  const result = await fillTemplate(form, blank(name), name)
  expect(result.content, name).not.toBeNull()
  return { ...result, content: result.content! }
}

async function readBack(bytes: Uint8Array, name: string): Promise<Form> {
  const { recognitions } = await readForms(bytes, name)
  expect(recognitions, name).toHaveLength(1)
  return recognitions[0]!.form
}

const rules = (findings: readonly { readonly rule: string; readonly severity: string }[]) => [
  ...new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule)),
]

describe('a blank form filled', () => {
  it('reads back as the form, restricted to the fields it shows', async () => {
    const form = await sample()
    for (const name of ['open.xlsx', 'open.docx', 'open-nested.docx', 'open-features.xlsx']) {
      const { content, findings } = await filled(form, name)
      const back = await readBack(content, name)
      // The template prints a row of satisfaction that the form has under other names: it stays, unfilled, and is told.
      const printed = back.indicators.filter((row) => row.name.raw === '服务对象满意度' && row.weight.raw === '')
      expect(printed, name).toHaveLength(1)
      const others = { ...back, indicators: back.indicators.filter((row) => !printed.includes(row)) }
      expect(others.indicators, name).toHaveLength(form.indicators.length)
      // A total that the template works out by a formula is none of the form's.
      const compared = (one: Form) =>
        lines(one, 'shenzhen-department').filter(
          (line) => !(name === 'open-features.xlsx' && line.startsWith('total: ')),
        )
      expect(compared(others), name).toEqual(compared(form))
      const told = findings.find(({ rule, message }) => rule === 'template/left-blank' && message === 'named')
      expect(told?.data, name).toEqual({ text: '服务对象满意度' })
      expect(
        rules(findings).filter((rule) => rule !== 'template/no-place' && rule !== 'template/text-cut'),
        name,
      ).toEqual([])
    }
  })

  it('is a property of generated forms in a table with printed labels', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const form = national(seed, 4 + seed * 7)
      for (const name of ['national.xlsx', 'national.docx']) {
        const { content, findings } = await filled(form, name)
        expect(lines(await readBack(content, name), 'national-project'), `${name} ${seed}`).toEqual(
          lines(form, 'national-project'),
        )
        const homeless = findings.filter(({ rule }) => rule === 'template/no-place')
        // Labels of level 2 are printed without points.
        expect(['', '二级指标分值'], `${name} ${seed}`).toContain(homeless.map(({ data }) => data.name).join())
      }
    }
  })

  it('changes the parts of the form alone; all other members are copied byte by byte, in order, with their times', async () => {
    const form = await sample()
    const changes = async (name: string, one: Form) => changedMembers(blank(name), (await filled(one, name)).content)
    expect(await changes('open.xlsx', form)).toEqual({ changed: ['xl/worksheets/sheet1.xml'], added: [] })
    expect(await changes('open.docx', form)).toEqual({ changed: ['word/document.xml'], added: [] })
    expect((await changes('national-sums.xlsx', national(3, 20))).changed.sort()).toEqual([
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    const { changed, added } = await changes('open-features.xlsx', form)
    expect(added).toEqual([])
    // Names, the sheet that reads the total, and the note move with the rows; styles and texts do not change.
    expect(changed.sort()).toEqual([
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
    ])
  })

  it('keeps every cell that was not filled, its look and its height; rows put in look like the row above', async () => {
    const form = await sample()
    for (const name of ['open.xlsx', 'open-features.xlsx']) {
      const bytes = blank(name)
      const { grids } = await readSource(bytes, name)
      const result = fillWorkbook(form, bytes, name, grids)!
      const edit = result.edits[0]! satisfies TableEdit
      const [before, after] = [new ExcelJS.Workbook(), new ExcelJS.Workbook()]
      await before.xlsx.load(bytes.slice().buffer)
      await after.xlsx.load(result.content!.slice().buffer)
      const [old, now] = [before.getWorksheet('自评表')!, after.getWorksheet('自评表')!]
      const written = new Set(
        edit.cells.map(({ row, copy, column }) => `${row + shiftOf(edit.inserts, row) + copy},${column}`),
      )
      let compared = 0
      for (let row = 0; row < old.rowCount; row++) {
        const copies = edit.inserts.find((insert) => insert.row === row)?.count ?? 0
        for (let copy = 0; copy <= copies; copy++) {
          const at = row + shiftOf(edit.inserts, row) + copy
          expect(now.getRow(at + 1).height, `${name} ${at}`).toBe(old.getRow(row + 1).height)
          for (let column = 0; column < old.columnCount; column++) {
            const [one, other] = [old.getCell(row + 1, column + 1), now.getCell(at + 1, column + 1)]
            const own = (cell: ExcelJS.Cell) => ({
              font: cell.font,
              border: cell.border,
              alignment: cell.alignment,
              format: cell.numFmt,
              fill: cell.fill,
              protection: cell.protection,
            })
            expect(own(other), other.address).toEqual(own(one))
            compared++
            if (written.has(`${at},${column}`) || copy > 0 || one.formula !== undefined) continue
            if (one.master === one && other.master === other) expect(other.value, other.address).toEqual(one.value)
          }
        }
      }
      expect(compared).toBeGreaterThan(2000)
    }
  })

  it('moves what names cells: sums, names, checks, print areas, notes, other sheets', async () => {
    const form = await sample()
    const { content } = await filled(form, 'open-features.xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(content.slice().buffer)
    const sheet = workbook.getWorksheet('自评表')!
    const total = form.indicators.length
    const sum = sheet.getColumn('M').values.length
    let formula = ''
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula?.startsWith('SUM(') === true && cell.address.startsWith('M')) formula = cell.formula
      })
    })
    expect(sum).toBeGreaterThan(total)
    const [, first, last] = /SUM\(M(\d+):M(\d+)\)/.exec(formula)!
    // The printed row of satisfaction is one that the form has under another name.
    expect(Number(last) - Number(first)).toBe(total)
    const files = unzipSync(content)
    const text = (name: string) => strFromU8(files[name]!)
    expect(text('xl/workbook.xml')).toContain(`$M$${first}:$M$${last}`)
    expect(text('xl/workbook.xml')).toMatch(/Print_Area[^<]*>[^<]*\$A\$?1:\$[A-Z]+\$?1\d\d</)
    expect(text('xl/worksheets/sheet2.xml')).toMatch(new RegExp(`sqref="M${first}:M${last}"`))
    expect(text('xl/comments2.xml')).toContain(`ref="M${first}"`)
    expect(text('xl/worksheets/sheet3.xml')).toContain(`M${Number(last) + 1}</f>`)
    expect(text('xl/worksheets/sheet2.xml')).toContain('<sheetProtection')
  })

  it('is written as numbers where the cells count, so that the sums of the template hold', async () => {
    const form = national(5, 24)
    const { content } = await filled(form, 'national-sums.xlsx')
    const { recognitions, findings } = await readForms(content, 'national-sums.xlsx')
    // The kept formula has its new result in the file: the sum of the indicators' scores.
    const scores = form.indicators.flatMap(({ score }) => (score.value === null ? [] : [score.value]))
    const sum = scores.reduce((whole, score) => whole.plus(score))
    expect(recognitions[0]!.form.total.value!.toString()).toBe(sum.toString())
    expect(findings.filter(({ rule }) => rule === 'xlsx/formula-without-value')).toEqual([])
  })

  it('is the same file each time', async () => {
    const form = national(2, 30)
    for (const name of ['national-sums.xlsx', 'national.docx']) {
      const [one, other] = [await filled(form, name), await filled(form, name)]
      expect(Buffer.compare(one.content, other.content)).toBe(0)
    }
  })
})

describe('what is said of the filling', () => {
  it('names the layout, the rows put in, and what found no place', async () => {
    const form = await sample()
    const { findings } = await filled(form, 'national.xlsx')
    const said = (rule: string) => findings.filter((one) => one.rule === rule)
    expect(said('template/other-kind')).toHaveLength(1)
    expect(said('template/no-place').map(({ data }) => data.name)).toContain('主要内容')
    expect(said('template/rows-added')[0]!.at.length).toBeGreaterThan(0)
    const missing = said('template/no-place').find(({ data }) => data.name === '主要内容')!
    expect(missing.data.count).toBe(8)
    expect(missing.at[0].source).toMatchObject({ kind: 'text' })
  })

  it('refuses what is no blank form, and says so', async () => {
    const form = national(1, 6)
    const nothing = await fillTemplate(form, new TextEncoder().encode('x'), 'x.txt')
    expect(nothing.content).toBeNull()
    expect(nothing.findings.map(({ rule }) => rule)).toContain('edit/not-possible')
    const other = new ExcelJS.Workbook()
    other.addWorksheet('a').getCell('A1').value = '通讯录'
    const refused = await fillTemplate(form, new Uint8Array(await other.xlsx.writeBuffer()), 'a.xlsx')
    expect(refused.content).toBeNull()
    expect(refused.findings.map(({ rule }) => rule)).toEqual(['template/no-form'])
  })
})
