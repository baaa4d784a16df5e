/** Forms before the self-evaluation on the command line: checked as what they are, begun from, compared with. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ziping } from '../support/cli.ts'
import { repositoryRoot } from '../support/source-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'ziping-targets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const corpus = (slug: string) => join(repositoryRoot, 'tests/corpus', slug, 'form.txt')
const approved = corpus('t-library-approved-targets-pipes')
const canteens = corpus('t-canteen-project-targets-tsv')
const monitored = corpus('m-canteen-monitoring-tsv')
const department = corpus('t-archives-department-targets-pipes')

interface Plain {
  readonly forms: readonly {
    readonly project: string | null
    readonly tasks: readonly { readonly budgeted: string | null; readonly executed: string | null }[]
    readonly indicators: readonly {
      readonly name: string
      readonly target: string | null
      readonly actual: string | null
      readonly weight: string | null
      readonly score: string | null
    }[]
  }[]
}

function readPlain(path: string): Plain['forms'][number] {
  const { forms } = JSON.parse(ziping('read', '--plain', path).out) as Plain
  expect(forms).toHaveLength(1)
  return forms[0]!
}

describe('a form before the self-evaluation', () => {
  it('is checked as what it is, without an alarm for what it cannot have', () => {
    for (const [path, said] of [
      [approved, '绩效目标申报（批复）表'],
      [department, '绩效目标申报（批复）表'],
      [monitored, '绩效运行监控表'],
    ] as const) {
      const { out } = ziping('check', path)
      expect(out).toContain(said)
      expect(out).not.toMatch(/score-missing|actual-missing|goal-without-completion|重算总分|得分合计/)
    }
    expect(ziping('check', department)).toMatchObject({ code: 1, out: expect.stringContaining('[floor-on-cost]') })
    expect(ziping('check', monitored).out).toMatch(/forecast-shortfall-unexplained.*likelihood-contradicting-forecast/s)
  })

  it.each(['workbook', 'xlsx', 'docx', 'json'])('is what a self-evaluation is begun from, as %s', (to) => {
    const out = join(folder, to)
    const {
      code,
      out: written,
      err,
    } = ziping('draft', approved, '--layout', 'national-project', '--to', to, '--out', out)
    expect([code, err.includes('分值')]).toEqual([0, false])
    const form = readPlain(written.trim())
    expect(form.project).toBe('图书馆免费开放补助')
    expect(form.indicators.map(({ name, target, weight }) => [name, target, weight]).slice(0, 2)).toEqual([
      ['免费开放天数', '≥300天', '15'],
      ['新购图书册数', '≥8000册', '15'],
    ])
    expect(form.indicators).toHaveLength(8)
    expect(form.indicators.filter(({ actual, score }) => actual !== null || score !== null)).toEqual([])
  })

  it('says which weights are proposed, and takes what the targets leave open from the monitoring form', () => {
    const asked = ['--layout', 'transfer-payment', '--monitoring', monitored, '--to', 'docx', '--out', folder]
    const { code, out } = ziping('draft', canteens, ...asked)
    expect(code).toBe(0)
    expect(readPlain(out.trim()).tasks.map(({ budgeted, executed }) => [budgeted, executed])).toEqual([
      ['300', null],
      ['300', null],
      ['0', null],
    ])
    const weighed = ziping('draft', canteens, '--layout', 'national-project', '--to', 'xlsx', '--out', folder)
    expect(weighed.err).toContain('draft/weights-proposed')
  })

  it('is refused with the reason', () => {
    const refused = (...words: readonly string[]) => {
      const { code, err } = ziping('draft', ...words, '--out', folder)
      return [code, err.split('\n')[0]]
    }
    expect(refused(approved)).toEqual([2, expect.stringContaining('--layout')])
    expect(refused(approved, '--layout', 'national-project', '--to', 'html')).toEqual([
      2,
      expect.stringContaining('html'),
    ])
    expect(refused(approved, '--layout', 'shenzhen-department')).toEqual([2, expect.stringContaining('draft/refused')])
    const evaluation = corpus('a-national-review-tsv')
    expect(refused(evaluation, '--layout', 'national-project')).toEqual([2, expect.stringContaining('不是绩效目标')])
    const broken = join(folder, 'broken.txt')
    writeFileSync(broken, '不是表')
    expect(refused(broken, '--layout', 'national-project')[0]).toBe(2)
  })

  it('is what a form is compared with: changed, dropped and added, with both values', () => {
    const form = join(folder, 'changed.txt')
    const begun = ziping('draft', approved, '--layout', 'plain-project', '--to', 'json', '--out', folder).out.trim()
    const text = readFileSync(begun, 'utf8')
    writeFileSync(form, text.replaceAll('≥8000册', '≥6000册').replaceAll('读者满意度', '来馆便利程度'))
    const { out } = ziping('check', form, '--targets', approved)
    expect(out).toContain('“新购图书册数”批复的指标值为“≥ 8000 册”，自评表为“≥6000册”')
    expect(out).toContain('批复的指标“读者满意度”')
    expect(out).toContain('“来馆便利程度”不在批复的绩效目标中')
    expect(ziping('check', begun, '--targets', approved).out).not.toContain('targets-changed-since-approval')
    expect(ziping('check', begun, '--targets', begun).out).toContain('approved-targets')
    expect(ziping('check', begun, '--targets', department).out).toContain('approved-targets')
    expect(ziping('check', begun, begun, '--targets', approved)).toMatchObject({ code: 2 })
  })
})
