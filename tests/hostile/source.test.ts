/** Hostile files on the whole road from bytes to reports: the content decides, every refusal is said, nothing throws. */

import { describe, expect, it } from 'vitest'
import { checkSource } from '../../src/app/check-source.ts'
import { Exact } from '../../src/core/model/index.ts'
import { readerIds, readerOf } from '../contract/readers/readers.ts'
import type { SourceTable } from '../contract/readers/tables.ts'

const headers = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分']

/** A small form whose first indicator has this target and actual value. */
function form(name: string, target: string, actual: string): SourceTable {
  const rows = [
    headers,
    ['产出指标', '数量指标', name, target, actual, '50', '50'],
    ['效益指标', '社会效益指标', '受益人数', '≥60人', '80人', '50', '50'],
  ]
  return {
    title: '项目支出绩效自评表',
    rows: rows.length,
    columns: headers.length,
    cells: rows.flatMap((texts, row) =>
      texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
    ),
  }
}

const makers = readerIds.flatMap((id) => {
  const { files, gives } = readerOf(id)
  return 'make' in files && gives !== 'answers' ? [[id, files.make] as const] : []
})

const wrongNames = ['a.xlsx', 'a.pdf', 'a.txt', 'a.png', 'a', '..', '表.XLS\u202efdp.exe', 'CON', 'a\u0000.xlsx']

describe.each(makers)('a form as %s', (id, make) => {
  it('is read by its content, whatever its name says', async () => {
    const bytes = await make(form('培训人数', '≥25人', '20人'))
    const results = []
    for (const name of wrongNames) {
      const { format, reports } = await checkSource(bytes, name)
      expect(format, name).toBe(id)
      results.push(
        reports.map((report) => report.form.indicators.map(({ target, actual }) => [target.raw, actual.raw])),
      )
    }
    expect(results[0]).toEqual([
      [
        ['≥25人', '20人'],
        ['≥60人', '80人'],
      ],
    ])
    for (const result of results) expect(result).toEqual(results[0])
  })

  it('with signs that turn the direction of text keeps them, and says so in both languages', async () => {
    const target = '\u202e52\u202c人'
    const { reports, findings, rules } = await checkSource(await make(form('培训人数', target, '52人')), 'a')
    expect(reports[0]!.form.indicators[0]!.target.raw).toBe(target)
    const told = findings.find(({ rule }) => rule === 'source/invisible-signs')!
    expect(told).toMatchObject({
      message: 'direction',
      severity: 'warning',
      data: { count: 1 },
      at: [{ text: target }],
    })
    const texts = rules[told.rule]!.messages[told.message]!.text
    expect(texts.zh).not.toBe('')
    expect(texts.en).not.toBe('')
  })

  it('with figures that no computer holds keeps them as written and scores no row above its weight', async () => {
    for (const figure of ['1e309', '-1e309', '9'.repeat(250), 'Infinity', 'NaN', '1/0']) {
      const { reports } = await checkSource(await make(form('培训人数', '≥25人', figure)), 'a')
      expect(reports[0]!.form.indicators[0]!.actual.raw).toBe(figure)
      const { rows } = reports[0]!.scored
      expect(rows).toHaveLength(2)
      for (const { recomputed } of rows) expect(recomputed === null || recomputed.max.atMost(Exact.of(50))).toBe(true)
    }
  })
})

describe('what is no document', () => {
  const bytesOf: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(5000)],
    ['the beginning of a zip', Uint8Array.from([0x50, 0x4b, 3, 4])],
    ['the beginning of a compound file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['the end of a zip', Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)])],
    ['a program', Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(4000, 0xcc)])],
    ['text with zeros', Buffer.from('指标\u0000得分\u0000'.repeat(100))],
  ]

  it.each(bytesOf)('%s is refused with a reason in both languages', async (_, bytes) => {
    const { reports, findings, rules } = await checkSource(bytes, '表.xlsx')
    expect(reports).toEqual([])
    const refusal = findings.find(({ severity }) => severity === 'error')!
    const { zh, en } = rules[refusal.rule]!.messages[refusal.message]!.text
    expect(zh).toMatch(/[\u4e00-\u9fff]/)
    expect(en).toMatch(/^[^\u4e00-\u9fff]+$/)
  })
})
