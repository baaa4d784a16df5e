/** PDF files and pictures annotated: boxes where the findings are, the pages as they were, a list behind them. */

import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { listWords } from '../../src/app/annotate/remarks.ts'
import { layOutForm } from '../../src/core/layout/index.ts'
import { Exact } from '../../src/core/model/index.ts'
import { editionById, layoutById } from '../../src/core/rulebook/index.ts'
import { annotatePdf, boxOnPage } from '../../src/editors/pdf/annotate.ts'
import { picturePages } from '../../src/editors/pdf/picture-pages.ts'
import { BadSyntax } from '../../src/editors/pdf/syntax.ts'
import type { Remark } from '../../src/editors/remark.ts'
import { openDocument } from '../../src/readers/pdf/document.ts'
import { writePdf } from '../../src/writers/pdf/index.ts'
import { writeListPdf } from '../../src/writers/pdf/list.ts'
import { annotated } from '../support/annotated.ts'
import { generateForm } from '../support/generate-form.ts'

/** Squares of each page, and the text of the last one. */
async function opened(bytes: Uint8Array) {
  const open = await openDocument(bytes)
  if (typeof open === 'string') throw new Error(open)
  const pages: { contents: string; rect: readonly number[] }[][] = []
  let last = ''
  for (let number = 1; number <= open.document.numPages; number++) {
    const page = await open.document.getPage(number)
    const squares = (await page.getAnnotations()).filter((one: { subtype: string }) => one.subtype === 'Square')
    pages.push(
      squares.map((one: { contentsObj: { str: string }; rect: number[] }) => ({
        contents: one.contentsObj.str,
        rect: one.rect,
      })),
    )
    const { items } = await page.getTextContent()
    last = items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await open.close()
  return { pages, last }
}

describe('a PDF', () => {
  it('keeps all its bytes, and gets a box at each finding and a list', async () => {
    const layout = layoutById('national-project')!
    const { form } = generateForm(11, { edition: editionById('national-project-2020')!, layout, rows: 20 })
    const wrong = {
      ...form,
      indicators: form.indicators.map((row, index) =>
        index === 3 ? { ...row, score: { raw: '99', value: Exact.of('99') } } : row,
      ),
    }
    const bytes = await writePdf(layOutForm(wrong, layout), {})
    const { content, ending, findings, checked } = await annotated(bytes, 'a.pdf')
    expect(checked.reports).toHaveLength(1)
    expect(ending).toBe('pdf')
    expect(Buffer.compare(content!.subarray(0, bytes.length), bytes)).toBe(0)
    const [before, after] = [await opened(bytes), await opened(content!)]
    expect(after.pages.length).toBeGreaterThan(before.pages.length)
    const placed = findings.filter(({ at }) => at.some(({ source }) => source?.kind === 'page'))
    expect(placed.length).toBeGreaterThan(2)
    const squares = after.pages.flat()
    expect(squares.length).toBeGreaterThanOrEqual(placed.length)
    for (const { contents } of squares) expect(contents).toMatch(/^\d+\. \[(?:错误|警告|提示)\] /)
    // The score that is above its weight has its box where it stands.
    const above = placed.find(({ at }) => at[0].text === '99')!
    const source = above.at[0].source!
    if (source.kind !== 'page') throw new Error('no page')
    const own = after.pages[source.page - 1]!.map(({ rect }) => Math.round(rect[0]!))
    expect(own).toContain(Math.round(source.box[0]))
    const again = await annotated(bytes, 'a.pdf')
    expect(Buffer.compare(again.content!, content!)).toBe(0)
  })

  it('annotated twice keeps both, whether its table of places is a stream or not', async () => {
    const list = await writeListPdf(
      '问题清单',
      ['序号', '程度', '位置', '问题', '依据', '改法'],
      [['1', '错误', '第1页', '问题', '', '']],
    )
    const jpeg = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer()
    const pages = picturePages([{ width: 200, height: 100, jpeg, pixels: { width: 20, height: 10 } }])
    const remark: Remark = {
      number: 1,
      severity: '错误',
      isError: true,
      source: { kind: 'page', page: 1, box: [20, 10, 50, 20] },
      where: '第1页',
      message: '得分99分，高于分值',
      basis: '',
      advice: '请核对(得分)',
    }
    let file = pages
    for (const times of [1, 2]) {
      file = annotatePdf(file, [remark], list, listWords.zh)
      const { pages: found, last } = await opened(file)
      expect(found.map((squares) => squares.length)).toEqual([times, ...Array.from({ length: times }, () => 0)])
      // The number rises 4 points above its place.
      expect(found[0]![0]!.rect).toEqual([20, 70, 70, 94])
      expect(found[0]![0]!.contents).toContain('得分99分，高于分值')
      expect(last).toContain('问题清单')
    }
    const streamed = annotatePdf(list, [{ ...remark, number: 2 }], list, listWords.zh)
    expect((await opened(streamed)).pages.map((squares) => squares.length)).toEqual([1, 0])
  })

  it('that is not understood is told so, never written half', () => {
    const list = picturePages([])
    for (const text of [
      '',
      '%PDF-1.4 startxref 5',
      '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Encrypt 3 0 R>>\nstartxref\n9\n%%EOF',
    ]) {
      expect(() => annotatePdf(new TextEncoder().encode(text), [], list, listWords.zh)).toThrow(BadSyntax)
    }
  })

  it('has its boxes at the right place, however the page is turned', () => {
    const box = [10, 20, 210, 320] as const
    const seen = [30, 40, 50, 60] as const
    expect(boxOnPage({ box, rotation: 0 }, seen)).toEqual([40, 220, 90, 280])
    expect(boxOnPage({ box, rotation: 90 }, seen)).toEqual([50, 50, 110, 100])
    expect(boxOnPage({ box, rotation: 180 }, seen)).toEqual([130, 60, 180, 120])
    expect(boxOnPage({ box, rotation: 270 }, seen)).toEqual([110, 240, 170, 290])
  })
})
