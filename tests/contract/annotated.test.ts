/** The user's own file annotated: comments at the cells, a list, and nothing else changed. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { annotateFile } from '../../src/app/annotate/annotate-file.ts'
import { readForms } from '../../src/app/read-forms.ts'
import { fillTemplate } from '../../src/app/template/fill-template.ts'
import { annotated } from '../support/annotated.ts'
import { corpusFolder } from '../support/golden.ts'
import { repositoryRoot } from '../support/source-files.ts'
import { changedMembers } from '../support/template/package-parts.ts'

async function sampleIn(name: string): Promise<Uint8Array> {
  const sample = readFileSync(join(corpusFolder, 'shenzhen-guangming-2021/form.txt'))
  const { recognitions } = await readForms(sample, 'form.txt')
  const blank = new Uint8Array(readFileSync(join(repositoryRoot, 'tests/files/template', name)))
  return (await fillTemplate(recognitions[0]!.form, blank, name)).content!
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook
}

/** Text of the note on a cell. */
function noteOn(sheet: ExcelJS.Worksheet, cell: string): string {
  const note = sheet.getCell(cell).note as ExcelJS.Comment | string | undefined
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')
}

describe('a workbook', () => {
  it('gets a comment at the cell of each finding, and a sheet that lists them with links', async () => {
    const bytes = await sampleIn('open.xlsx')
    const { content, findings } = await annotated(bytes, 'open.xlsx')
    const workbook = await open(content!)
    const sheet = workbook.getWorksheet('自评表')!
    const list = workbook.getWorksheet('问题清单')!
    expect(findings.length).toBeGreaterThan(100)
    const cells = new Set(findings.flatMap(({ at }) => (at[0].source?.kind === 'sheet' ? [at[0].source.cell] : [])))
    expect(cells.size).toBeGreaterThan(50)
    for (const cell of cells) expect(noteOn(sheet, cell), cell).toMatch(/^\d+\. \[(?:错误|警告|提示)\] /)
    let notes = 0
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.note !== undefined && cell.master === cell) notes++
      })
    })
    expect(notes).toBe(cells.size)
    expect(list.rowCount).toBeGreaterThanOrEqual(findings.length + 2)
    const first = list.getRow(3)
    expect(first.getCell(2).text).toBe('错误')
    expect(JSON.stringify(list.getCell('C3').value)).toMatch(/自评表/)
  })

  it('keeps every other part, and every cell of its own', async () => {
    const bytes = await sampleIn('open.xlsx')
    const { content } = await annotated(bytes, 'open.xlsx')
    const { changed, added } = changedMembers(bytes, content!)
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    expect(added.sort()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet2.xml',
    ])
    const [before, after] = [bytes, content!].map((file) =>
      strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!),
    ) as [string, string]
    expect(after.replace(/<legacyDrawing [^>]*\/>/, '')).toBe(before)
    const again = await annotated(bytes, 'open.xlsx')
    expect(Buffer.compare(again.content!, content!)).toBe(0)
  })

  it('keeps the comments it has, and those of other sheets', async () => {
    const bytes = await sampleIn('open-features.xlsx')
    const before = await open(bytes)
    const own = before.getWorksheet('自评表')!
    let commented = ''
    own.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.note !== undefined) commented = cell.address
      })
    })
    expect(noteOn(own, commented)).toContain('得分不得超过分值')
    const { content, findings } = await annotated(bytes, 'open-features.xlsx')
    const after = await open(content!)
    const sheet = after.getWorksheet('自评表')!
    expect(noteOn(sheet, commented)).toContain('得分不得超过分值')
    for (const { at } of findings.slice(0, 60)) {
      if (at[0].source?.kind === 'sheet') expect(noteOn(sheet, at[0].source.cell)).toMatch(/\[(?:错误|警告|提示)\]/)
    }
    const { added } = changedMembers(bytes, content!)
    // The formula of another sheet that no result is kept of is told at its cell.
    expect(added.sort()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/worksheets/_rels/sheet3.xml.rels',
      'xl/worksheets/sheet4.xml',
    ])
    // One shape for each comment.
    const files = unzipSync(content!)
    const count = (name: string, word: RegExp) => [...strFromU8(files[name]!).matchAll(word)].length
    expect(count('xl/drawings/vmlDrawing1.vml', /<v:shape /g)).toBe(count('xl/comments2.xml', /<comment /g))
  })
})

describe('a document', () => {
  it('gets a comment at the cell of each finding, and pages that list them', async () => {
    for (const name of ['open.docx', 'open-nested.docx']) {
      const bytes = await sampleIn(name)
      const { content, findings } = await annotated(bytes, name)
      const { changed, added } = changedMembers(bytes, content!)
      expect(changed.sort(), name).toEqual(['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/document.xml'])
      expect(added, name).toEqual(['word/comments.xml'])
      const files = unzipSync(content!)
      const [main, comments] = ['word/document.xml', 'word/comments.xml'].map((part) => strFromU8(files[part]!)) as [
        string,
        string,
      ]
      const placed = findings.filter(({ at }) => at[0].source !== undefined)
      const ids = [...comments.matchAll(/<w:comment w:id="(\d+)"/g)].map(([, id]) => id)
      expect(ids.length, name).toBeGreaterThanOrEqual(placed.length)
      expect(new Set(ids).size).toBe(ids.length)
      for (const word of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
        expect([...main.matchAll(new RegExp(`<w:${word} w:id="(\\d+)"`, 'g'))].map(([, id]) => id).sort()).toEqual(
          [...ids].sort(),
        )
      }
      for (const [, anchor] of main.matchAll(/w:anchor="([^"]+)"/g)) expect(main).toContain(`w:name="${anchor}"`)
      // The form reads as before; the comments are told.
      const back = await readForms(content!, name)
      expect(back.recognitions[0]!.form.indicators.length).toBe(
        (await readForms(bytes, name)).recognitions[0]!.form.indicators.length,
      )
      expect(back.findings.map(({ rule }) => rule)).toContain('docx/comment')
    }
  })

  it('shows the words of the finding beside the words it speaks of', async () => {
    const bytes = await sampleIn('open.docx')
    const { content, findings } = await annotated(bytes, 'open.docx')
    const files = unzipSync(content!)
    const main = strFromU8(files['word/document.xml']!)
    const comments = strFromU8(files['word/comments.xml']!)
    const missing = findings.find(
      ({ rule, at }) => rule === 'note-contradicting-figures' && at[0].source?.kind === 'table',
    )!
    const text = missing.at[0].text!.slice(0, 8)
    const number = /<w:comment w:id="(\d+)"[^>]*>(?:(?!<\/w:comment>).)*说明称超出目标/s.exec(comments)![1]
    const marked = new RegExp(
      `<w:commentRangeStart w:id="${number}"/>(.*?)<w:commentRangeEnd w:id="${number}"/>`,
      's',
    ).exec(main)![1]!
    expect(marked.replace(/<[^>]*>/g, '')).toContain(text)
  })

  it('keeps the comments it has', async () => {
    const bytes = await sampleIn('open.docx')
    const { content: once } = await annotated(bytes, 'open.docx')
    const { content: twice } = await annotated(once!, 'open.docx')
    const [first, second] = [once!, twice!].map((file) => strFromU8(unzipSync(file)['word/comments.xml']!)) as [
      string,
      string,
    ]
    expect(second.startsWith(first.replace('</w:comments>', ''))).toBe(true)
    const ids = [...second.matchAll(/<w:comment w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('several forms and other files', () => {
  it('are annotated each on its own sheet, merged cells at their first', async () => {
    const workbook = new ExcelJS.Workbook()
    for (const name of ['甲项目', '乙 项目']) {
      const sheet = workbook.addWorksheet(name)
      sheet.addRow([`${name}项目支出绩效自评表`])
      sheet.mergeCells('A1:H1')
      sheet.addRow(['项目名称', name, '', '', '主管部门', '某市农业农村局', '', ''])
      sheet.mergeCells('B2:D2')
      sheet.addRow([
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        '实际完成值',
        '分值',
        '得分',
        '偏差原因分析及改进措施',
      ])
      sheet.addRow(['产出指标', '数量指标', '培训人数', '≥60人', '40人', 50, 50, ''])
      sheet.addRow(['', '', '培训场次', '≥6场', '6场', 40, 45, ''])
      sheet.mergeCells('A4:A5')
      sheet.mergeCells('B4:B5')
      sheet.addRow(['总分', '', '', '', '', 90, 95, ''])
    }
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const { content, checked } = await annotated(bytes, 'two.xlsx')
    expect(checked.reports).toHaveLength(2)
    const after = await open(content!)
    for (const name of ['甲项目', '乙 项目']) {
      const sheet = after.getWorksheet(name)!
      expect(noteOn(sheet, 'G5'), name).toContain('错误')
    }
    const links = strFromU8(unzipSync(content!)['xl/worksheets/sheet3.xml']!)
    expect(links).toContain(`location="'乙 项目'!G5"`)
  })

  it('that cannot show comments are refused, with what can be had instead', async () => {
    const text = readFileSync(join(corpusFolder, 'shenzhen-guangming-2021/form.txt'))
    const { content, checked } = await annotated(new Uint8Array(text), 'form.txt')
    expect(content).toBeNull()
    const source = {
      bytes: new Uint8Array(text),
      name: 'form.txt',
      hash: '',
      format: checked.format,
      findings: [],
      rules: {},
    }
    const refused = await annotateFile(source, checked.reports, 'zh')
    expect(refused.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual(['annotate/not-possible format'])
  })

  it('with a part in another encoding are refused, not damaged', async () => {
    const bytes = await sampleIn('open.xlsx')
    const files = unzipSync(bytes)
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!).replace(/encoding="UTF-8"/i, 'encoding="UTF-16"')
    const wide = new Uint8Array(Buffer.from(`\ufeff${sheet}`, 'utf16le'))
    const other = zipSync({ ...files, 'xl/worksheets/sheet1.xml': wide, 'x.txt': strToU8('') })
    const { content, checked } = await annotated(other, 'wide.xlsx')
    expect(checked.reports).toHaveLength(1)
    expect(content).toBeNull()
  })
})
