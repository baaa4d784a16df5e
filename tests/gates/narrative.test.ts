/** The report in words says nothing that is not in the data: every figure, every quotation and every source is looked up. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkSource } from '../../src/app/index.ts'
import { narrativeOf } from '../../src/app/print/report.ts'
import { flowOf } from '../../src/containers/narrative-page/flow.ts'
import {
  Exact,
  type Form,
  type Narrative,
  type Report,
  type Section,
  type Sentence,
} from '../../src/core/model/index.ts'
import { placeholdersOf } from '../../src/core/texts/index.ts'
import { corpusFolder, corpusForms } from '../support/golden.ts'

async function reportsOf(slug: string, file: string) {
  const checked = await checkSource(readFileSync(join(corpusFolder, slug, file)), file)
  return checked.reports.map((report) => ({ report, narrative: narrativeOf(report, checked.rules) }))
}

function sectionsOf(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...sectionsOf(section.sections)])
}

function sentencesOf(narrative: Narrative): readonly Sentence[] {
  return sectionsOf(narrative.sections).flatMap(({ passages }) =>
    passages.flatMap((passage) =>
      passage.kind === 'paragraph' ? passage.sentences : passage.kind === 'list' ? passage.items.flat() : [],
    ),
  )
}

const bare = (text: string) => text.replace(/\s+/g, '')

/** Every text in an object, wherever it stands. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value instanceof Exact) yield value.toString()
  else if (typeof value === 'number') yield String(value)
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* textsIn(inner)
}

/** Whether a path leads anywhere in the form: a row, a cell, a block. */
function leadsSomewhere(form: Form, path: string): boolean {
  if (path === 'form') return true
  let here: unknown = form
  for (const step of path.match(/[A-Za-z0-9]+/g) ?? []) {
    if (typeof here !== 'object' || here === null || !(step in here)) return false
    here = (here as Record<string, unknown>)[step]
  }
  return true
}

/** Figures of the sections that tell of the form itself, as decimals. */
const FIGURE = /\d+(?:\.\d+)?/g

function figuresOfReport(report: Report): ReadonlySet<string> {
  const { form, scored } = report
  const figures = new Set<string>()
  const add = (value: Exact) => {
    for (const shown of [value.toFixed(2), value.round(2).toString(), value.toString(), value.toFixed(6)])
      figures.add(shown)
  }
  const walk = (value: unknown): void => {
    if (value instanceof Exact) {
      add(value)
      // Ratios are told in percent.
      add(value.times(Exact.hundred))
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(form)
  walk(scored)
  for (const row of scored.rows) if (row.weight !== null && row.printed !== null) add(row.weight.minus(row.printed))
  for (const { printed, recomputed } of [scored.total]) {
    if (printed === null) continue
    add(recomputed.min.minus(printed))
    add(printed.minus(recomputed.max))
  }
  const printed = [...textsIn(form), ...textsIn(report.stamp), ...textsIn(scored.choices), ...textsIn(report.findings)]
  for (const text of printed) for (const found of bare(text).match(FIGURE) ?? []) figures.add(found)
  return figures
}

/** Counts of rows, goals, checks and findings are whole numbers no larger than these. */
function largestCount({ form, checks, findings }: Report): number {
  return Math.max(form.indicators.length, form.goals.length, form.tasks.length, checks.length, findings.length, 200)
}

describe.each(corpusForms())('the report in words on $slug', ({ slug, file }) => {
  it('rests on fields that are there, quotes them word for word and says no figure that is not in the data', async () => {
    for (const { report, narrative } of await reportsOf(slug, file)) {
      const wrong: string[] = []
      const texts = new Set([...textsIn(report.form)].map(bare))
      const whole = bare([...textsIn(report.form)].join('\n'))
      const figures = figuresOfReport(report)
      const most = largestCount(report)
      const problems = sectionsOf(narrative.sections).findIndex(({ title }) => title.zh === '检查发现的问题')
      expect(problems).toBeGreaterThan(0)
      const ofForm = sentencesOf({ ...narrative, sections: narrative.sections.slice(0, -2) })
      for (const { say, from } of sentencesOf(narrative)) {
        for (const path of from) if (!leadsSomewhere(report.form, path)) wrong.push(`nowhere: ${path}`)
        for (const lang of ['zh', 'en'] as const) {
          if (say[lang].trim() === '') wrong.push(`empty: ${from[0]}`)
          if (!/[。！？）.!?)]$/.test(say[lang])) wrong.push(`not ended: ${say[lang]}`)
          wrong.push(...placeholdersOf(say[lang]).map((name) => `{${name}}: ${say[lang]}`))
        }
      }
      for (const { say } of ofForm) {
        for (const [, quotation] of say.zh.matchAll(/(?:填报说明)?：“(.*)”。$/g)) {
          if (!whole.includes(bare(quotation!))) wrong.push(`not in the form: ${quotation}`)
        }
        for (const figure of bare(say.zh).match(FIGURE) ?? []) {
          const count = /^\d+$/.test(figure) && Number(figure) <= most
          const inside = [...texts].some((text) => text.includes(figure))
          if (!count && !figures.has(figure) && !inside) wrong.push(`figure ${figure}: ${say.zh}`)
        }
      }
      expect(wrong).toEqual([])
    }
  })
})

describe('the report in words', () => {
  it('says what is missing where a form is silent', async () => {
    const text =
      '项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t培训人数\t≥50人\t40人\t50\t40\n'
    const { reports, rules } = await checkSource(Buffer.from(text), 'form.txt')
    const said = flowOf(narrativeOf(reports[0]!, rules), 'zh').pieces.flatMap((piece) =>
      'text' in piece ? [piece.text] : [],
    )
    for (const missing of [
      '表中没有资金情况，预算数缺。',
      '表中没有填写年度绩效目标。',
      '表列总分：表中没有可读的总分。',
      '表中没有填写原因。',
      '表中没有填写存在问题和改进措施。',
      '表中没有填写自评结果的应用和公开情况。',
    ]) {
      expect(
        said.filter((each) => each.includes(missing)),
        missing,
      ).not.toEqual([])
    }
    expect(said.join('\n')).toContain(
      '培训人数：指标值≥50人，实际完成40人，为指标值的80%，分值50.00分，得40.00分，失10.00分。',
    )
  })

  it('tells the sample as it is', async () => {
    const [told] = await reportsOf('shenzhen-guangming-2021', 'form.txt')
    const { pieces, title, subtitle } = flowOf(told!.narrative, 'zh')
    expect([title, subtitle]).toEqual(['部门整体支出绩效自评报告', '深圳市光明区群团工作部　2021年度'])
    const text = pieces.map((piece) => ('text' in piece ? piece.text : piece.caption)).join('\n')
    expect(text).toContain('全年执行数2672.05万元。表列执行率97.99%。')
    expect(text).toContain('表列总分：96.62分，表中未填评级，按此分数对应“优”。')
    expect(text).toContain('得分合计：各行得分与执行得分相加为90.83分（5行没有得分，未计入）。')
    expect(text).toContain('为83.91–99.63分，评级“优”或“良”。表列总分在重算范围之内。')
    expect(text).toContain('产出指标共68项计分指标')
    expect(pieces.filter(({ kind }) => kind === 'picture')).toHaveLength(3)
    expect(pieces.filter(({ kind }) => kind === 'heading').map((piece) => 'text' in piece && piece.text)).toContain(
      '五、偏差及原因',
    )
  })
})
