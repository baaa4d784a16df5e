import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../core/evaluate/index.ts'
import { layOut } from '../../core/layout/index.ts'
import type { Finding, Lang, Report } from '../../core/model/index.ts'
import { formFromSketch, recognise } from '../../core/recognise/index.ts'
import { readText } from '../../readers/text/index.ts'
import { escapeText } from './markup.ts'
import { type ReportTexts, writeHtml } from './write-html.ts'

const texts: ReportTexts = {
  finding: ({ rule, message }) => ({
    title: `title of ${rule}`,
    text: `text of ${message}`,
    advice: `advice of ${rule}`,
  }),
  clause: ({ clause }) => `clause ${clause}`,
  check: (id) => ({ code: 'A01', title: `check ${id}` }),
  method: (id) => `method ${id}`,
  edition: (id) => `edition ${id}`,
  layout: (id) => `layout ${id}`,
}

function reportOf(form: Report['form'], source: Partial<Report> = {}): Report {
  const { value } = evaluate({ form, edition: 'shenzhen-department-2021' })
  return {
    schema: 1,
    stamp: {
      app: '1.0',
      rulebook: '1.0',
      edition: value!.edition.id,
      editionChoice: value!.editionChoice,
      layout: form.layout,
      sourceHash: 'ab'.repeat(32),
      sourceName: 'form.txt',
    },
    form,
    scored: value!.scored,
    findings: value!.findings,
    checks: value!.checks,
    residue: { used: 3, ignored: [], unread: [] },
    complete: true,
    ...source,
  }
}

const sample = readText(readFileSync('tests/corpus/shenzhen-guangming-2021/form.txt'), 'form.txt')
const recognition = recognise(sample.value).forms[0]!
const report = reportOf(recognition.form, { residue: recognition.residue })

function pageOf(of: Report, lang: Lang = 'zh'): string {
  return writeHtml(of, layOut(of), lang, texts)
}

const page = pageOf(report)

/** All values of an attribute. */
function values(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map((match) => match[1]!)
}

/** Every tag closes the one that is open, void ones aside. */
function isBalanced(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name] of html
    .replace(/<style>[\s\S]*?<\/style>|<!DOCTYPE html>/g, '')
    .matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (['meta', 'col', 'br'].includes(name!)) continue
    if (slash === '') open.push(name!)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

describe('the page of a report', () => {
  it('fetches nothing, runs nothing and says so', () => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    )
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import| src=| on[a-z]+=/)
    expect(values(page, 'href').every((href) => href.startsWith('#'))).toBe(true)
  })

  it('has one place for every id and a place for every link', () => {
    const ids = values(page, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    const known = new Set(ids)
    expect(values(page, 'href').filter((href) => !known.has(href.slice(1)))).toEqual([])
    expect(values(page, 'aria-labelledby').filter((id) => !known.has(id))).toEqual([])
  })

  it('is well formed in both languages', () => {
    expect(isBalanced(page)).toBe(true)
    expect(isBalanced(pageOf(report, 'en'))).toBe(true)
  })

  it('is the same each time', () => {
    expect(pageOf(report)).toBe(page)
  })

  it('steps through its headings in order', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  it('gives every table a caption and every header its scope', () => {
    expect(page.match(/<table/g)!.length).toBe(page.match(/<caption/g)!.length)
    expect(page.match(/<th /g)!.length).toBe(page.match(/<th scope="(?:col|colgroup|row|rowgroup)"/g)!.length)
    expect(page).not.toMatch(/<th>/)
  })

  it('lays each row of the form over the same columns', () => {
    const tables = [...page.matchAll(/<table class="form">([\s\S]*?)<\/table>/g)].map((match) => match[1]!)
    expect(tables.length).toBeGreaterThan(2)
    for (const table of tables) {
      const columns = table.match(/<col /g)!.length
      for (const group of table.match(/<t(head|body)>[\s\S]*?<\/t\1>/g) ?? []) {
        const left: number[] = []
        for (const [, row] of group.matchAll(/<tr>([\s\S]*?)<\/tr>/g)) {
          const covered = left.filter((rows) => rows > 0).length
          let width = covered
          const spans = [...row!.matchAll(/<t[hd] [^>]*?>/g)].map(([tag]) => ({
            columns: Number(/colspan="(\d+)"/.exec(tag)?.[1] ?? 1),
            rows: Number(/rowspan="(\d+)"/.exec(tag)?.[1] ?? 1),
          }))
          for (let at = 0; at < left.length; at++) left[at] = Math.max(0, left[at]! - 1)
          for (const span of spans) {
            width += span.columns
            for (let column = 0; column < span.columns; column++) left.push(span.rows - 1)
          }
          expect(width).toBe(columns)
        }
        expect(left.every((rows) => rows <= 0)).toBe(true)
      }
    }
  })

  it('numbers every finding and marks it beside its cell with number, sign and a way back', () => {
    report.findings.forEach((_, index) => {
      expect(page).toContain(`id="f${index + 1}"`)
    })
    const marks = [
      ...page.matchAll(
        /<a class="mark (error|warning|info)" id="(m\d+(?:-\d+)?)" href="#f(\d+)"[^>]*aria-label="([^"]+)"><span aria-hidden="true">([✕△○])\3</g,
      ),
    ]
    expect(marks.length).toBeGreaterThan(100)
    for (const [, severity, id, , , sign] of marks) {
      expect(sign).toBe({ error: '✕', warning: '△', info: '○' }[severity as Finding['severity']])
      expect(page).toContain(`href="#${id}"`.replace(/-\d+"$/, ''))
    }
  })

  it('says in one glance what the form comes to', () => {
    const summary = page.slice(page.indexOf('<section id="summary"'), page.indexOf('<nav'))
    for (const text of [
      '96.62',
      '90.83',
      '7.32',
      '5.79',
      '5.78',
      '94.23–99.63',
      '基本达成',
      '2021年',
      'edition shenzhen-department-2021',
    ]) {
      expect(summary).toContain(text)
    }
  })

  it('shows the way of every score', () => {
    report.scored.rows
      .filter((row) => row.weight !== null)
      .forEach((row) => {
        expect(page).toContain(`id="calc-${row.path.replace(/[[\]]+/g, '-').replace(/-$/, '')}"`)
      })
    expect(page).not.toMatch(/>\d+\/\d{2,}</)
  })

  it('says it all in English, the texts of the form aside', () => {
    const english = pageOf({ ...reportOf(formFromSketch({ title: 'T', department: 'D' })), findings: [] }, 'en')
    const own = english.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<div class="sheet"[\s\S]*?<\/section>/, '')
    expect(own.match(/\p{Script=Han}+/gu) ?? []).toEqual([])
    expect(english).toContain('<html lang="en">')
    expect(page).toContain('<html lang="zh-CN">')
  })

  it('says that it is incomplete, and does not say clean then', () => {
    expect(pageOf({ ...report, findings: [], complete: false })).toContain('不完整')
    expect(pageOf({ ...report, findings: [], complete: false })).not.toContain('未发现错误和警告')
    expect(pageOf({ ...report, findings: [] })).toContain('未发现错误和警告')
  })

  it('lists what was left aside and what was not understood', () => {
    const residue = {
      used: 1,
      ignored: [{ text: '第 3 页', reason: 'pageNumber' as const }],
      unread: [{ text: '涂改', source: { kind: 'sheet' as const, sheet: '表1', cell: 'B4' } }],
    }
    const listed = pageOf({ ...report, residue })
    expect(listed).toContain('第 3 页')
    expect(listed).toContain('表1!B4')
  })
})

describe('hostile texts', () => {
  const attack = `"><script>alert(1)</script><img src=x onerror='x'>&amp;\u202e\u0000\u200b\ud800`
  const hostile = formFromSketch({
    title: attack,
    department: attack,
    fiscalYear: attack,
    tasks: [{ name: attack, content: attack, budgeted: attack, executed: '1' }],
    goals: [{ stated: attack, achieved: attack }],
    indicators: [
      {
        level1: attack,
        level2: attack,
        name: attack,
        target: attack,
        actual: attack,
        weight: '10',
        score: '11',
        note: attack,
      },
    ],
    total: attack,
    grade: attack,
    facts: { [attack]: attack },
  })
  const evil: ReportTexts = {
    finding: () => ({ title: attack, text: attack, advice: attack }),
    clause: () => attack,
    check: () => ({ code: attack, title: attack }),
    method: () => attack,
    edition: () => attack,
    layout: () => attack,
  }

  it('stand on the page as text', () => {
    const base = reportOf(hostile)
    const source = {
      residue: { used: 0, ignored: [{ text: attack, reason: 'label' as const }], unread: [{ text: attack }] },
      stamp: { ...base.stamp, sourceName: attack, layout: 'x' },
    }
    const written = writeHtml({ ...base, ...source }, layOut(base), 'zh', evil)
    expect(written).not.toMatch(/<script|<img/)
    expect(written).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200b]/)
    expect(written).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
    expect(written).toContain('⟦U+202E⟧')
    expect(isBalanced(written)).toBe(true)
  })

  it('are escaped sign by sign', () => {
    expect(escapeText(`a&b<c>"d'`)).toBe('a&amp;b&lt;c&gt;&quot;d&#39;')
    expect(escapeText('\u2066x\ud83d\ude00\udc00\r\n')).toBe('⟦U+2066⟧x😀⟦U+DC00⟧\n')
  })
})

describe('a form that prints neither weights nor scores', () => {
  it('is given no total', () => {
    const { form } = recognition
    const silent = {
      ...form,
      total: { raw: '', value: null },
      columns: {
        ...form.columns,
        indicators: form.columns.indicators.filter((column) => column !== 'weight' && column !== 'score'),
      },
    }
    const written = pageOf(reportOf(silent))
    expect(written).toContain('本表不设分值和得分，不计总分')
    expect(written).not.toContain('class="figure recomputed"')
    expect(page).toContain('class="figure recomputed"')
  })
})
