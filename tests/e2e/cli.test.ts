import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportSchema } from '../../src/app/schema/report-schema.ts'
import { cliPath, samplePath, ziping } from '../support/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'ziping-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('the command line', () => {
  it('is built', () => {
    expect(existsSync(cliPath)).toBe(true)
  })

  it('check prints findings with line, clause and remedy, the three totals, and exits 1 on errors', () => {
    const { code, out } = ziping('check', samplePath)
    expect(code).toBe(1)
    expect(out).toContain(`--> ${samplePath}:140:`)
    expect(out).toMatch(/表列总分\s+96\.62/)
    expect(out).toMatch(/得分合计\s+90\.83/)
    expect(out).toContain('依据')
    expect(out).toMatch(
      /2个指标的得分须人工判断：\n {2}“发放职业化.*” 0\.00–3\.76：.*无法比较.*\n {2}“儿童友好型.*” 0\.00–0\.23：/,
    )
    expect(out).toContain('改法')
    expect(out).toMatch(/“基本达成”.*94\.23–99\.63.*88\.83–94\.23/s)
  })

  it('marks the text under the carets, full-width characters counted as two columns', () => {
    const { out } = ziping('check', samplePath)
    const lines = out.split('\n')
    const at = lines.findIndex((line) => line.startsWith('88 | ') && line.includes('47.1004万元'))
    expect(at).toBeGreaterThan(0)
    expect(lines[at + 1]).toMatch(/\^+/)
  })

  it('check --json prints reports that fit the published schema', () => {
    const { code, out } = ziping('check', samplePath, '--json')
    expect(code).toBe(1)
    const { reports } = JSON.parse(out) as { reports: unknown[] }
    expect(reports).toHaveLength(1)
    expect(reportSchema.safeParse(reports[0]).error?.issues ?? []).toEqual([])
  })

  it('check --out writes the page and the report', () => {
    const { out } = ziping('check', samplePath, '--out', folder)
    expect(out).toContain('form.html')
    expect(readFileSync(join(folder, 'form.html'), 'utf8')).toContain('计算过程')
    expect(reportSchema.safeParse(JSON.parse(readFileSync(join(folder, 'form.report.json'), 'utf8'))).success).toBe(
      true,
    )
  })

  it('speaks English when asked', () => {
    const { out } = ziping('check', samplePath, '--lang', 'en')
    expect(out).toMatch(/printed\s+96\.62/)
    expect(out).toContain('a person must judge 2 rows:')
    expect(out).toMatch(/help /)
  })

  it('read --plain prints the printed text of each cell', () => {
    const { code, out } = ziping('read', samplePath, '--plain')
    expect(code).toBe(0)
    const { forms } = JSON.parse(out)
    expect(forms).toHaveLength(1)
    const [form] = forms
    expect(form).toMatchObject({ kind: 'department', fiscalYear: '2021', total: '96.62', grade: null })
    expect(form.indicators).toHaveLength(97)
    expect(form.tasks).toHaveLength(10)
    expect(form.indicators[0]).toMatchObject({
      level1: '产出指标',
      level2: '数量指标',
      target: '65人',
      actual: '64人',
      weight: '5.06',
      score: '4.98',
    })
  })

  it('score shows printed and recomputed side by side; explain the whole way of one score', () => {
    expect(ziping('score', samplePath).out).toMatch(/职业化工会工作者人数.*4\.98\s+4\.98\s+一致/)
    const { code, out } = ziping('explain', samplePath, '职业化工会工作者人数')
    expect(code).toBe(0)
    expect(out).toContain('4.98')
    expect(out).toContain('依据')
    expect(out).toContain('← 第1行指标“职业化工会工作者人数”的分值')
    expect(out).not.toMatch(/(?:indicators|tasks|goals)\[/)
    expect(ziping('explain', samplePath, '没有这个指标').code).toBe(2)
  })

  it.each([
    [['check'], '缺少参数 <paths>。用法见：ziping check --help'],
    [['check', '--bogus', samplePath], '没有选项 --bogus。用法见：ziping check --help'],
    [['chek', samplePath], '没有命令 chek，是不是 check。用法见：ziping --help'],
    [['check', samplePath, '--lang', 'fr'], '选项 --lang <lang> 不能取“fr”，可以取：zh、en'],
    [['check', samplePath, '--lang'], '选项 --lang <lang> 后面缺少取值'],
    [['explain', samplePath, '人数', '多余'], '参数过多：最多2个，给了3个'],
    [['explain', samplePath, '--lang', 'en'], "error: missing required argument 'indicator'"],
    [['score', samplePath, '--set', '总分=abc'], '“abc”不是数字，不能填入“总分”'],
    [['print', samplePath, '--to', 'html', '--out', '/proc/a.html'], '无法写入：/proc/a.html（'],
  ])('words of a command that do not fit are told in one line: %j', (words, told) => {
    const { code, err } = ziping(...words)
    expect(code).toBe(2)
    expect(err).toContain(told)
    expect(err.trim().split('\n').length).toBe(1)
  })

  it('print writes the official form as a workbook that is read back to the same form', () => {
    const { code } = ziping('print', samplePath, '--to', 'xlsx', '--out', join(folder, 'printed.xlsx'))
    expect(code).toBe(0)
    const plain = (path: string) => JSON.parse(ziping('read', path, '--plain').out).forms[0]
    const [printed, original] = [plain(join(folder, 'printed.xlsx')), plain(samplePath)]
    expect(printed.indicators).toEqual(original.indicators)
    expect(printed.tasks).toEqual(original.tasks)
    expect(ziping('print', samplePath, '--to', 'nothing').code).toBe(2)
    expect(ziping('print', samplePath, '--layout', 'nowhere').code).toBe(2)
  })

  it('diff attributes the change of the total to rows; --set tries what if', () => {
    const changed = file('changed.txt', readFileSync(samplePath, 'utf8').replace('\t64人\t4.98', '\t65人\t5.06'))
    const { code, out } = ziping('diff', samplePath, changed)
    expect(code).toBe(0)
    expect(out).toMatch(/职业化工会工作者人数.*64人 → 65人.*\+0\.08\s+\+0\.08/)
    expect(ziping('diff', samplePath, '--against', 'hubei-project-2020').out).toMatch(/预算执行.*\+9\.80/)
    expect(ziping('diff', samplePath).code).toBe(2)
    expect(ziping('score', samplePath, '--set', '职业化工会工作者人数.actual=65人').out).toContain('99.71')
    const none = ziping('score', samplePath, '--set', '职业工会工作者数.actual=65人')
    expect(none.code).toBe(2)
    expect(none.err).toContain('是不是')
    expect(none.err).toContain('职业化工会工作者人数')
    const several = ziping('score', samplePath, '--set', '活动参与人员满意度.actual=60%')
    expect(several.code).toBe(2)
    expect(several.err).toContain('活动参与人员满意度#2')
    expect(ziping('score', samplePath, '--set', '活动参与人员满意度#2.完成值=60%').out).toContain('0.52')
    expect(ziping('score', samplePath, '--set', '职业化工会工作者人数.weight=abc').err).toContain('不是数字')
    expect(ziping('diff', samplePath, 'tests/corpus/a-two-projects-web-pipes/form.txt').err).toContain('2份表')
  })

  it('review takes named deductions off and shows the deviation; refuses what the rules do not know', () => {
    const taken = ziping('review', samplePath, '--deduct', '居住人员满意度=satisfaction-data')
    expect(taken.code).toBe(0)
    expect(taken.out).toMatch(/居住人员满意度\s+0\.83\s+0\.83\s+0\.00\s+100\.00%\s+satisfaction-data/)
    expect(taken.out).toMatch(/总分\s+96\.62\s+83\.08–98\.80/)
    const refused = ziping('review', samplePath, '--deduct', '居住人员满意度=too-good')
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('too-good: 本规则没有这项扣减')
    expect(ziping('review', samplePath, '--deduct', '没有这一行=hollow-light').code).toBe(2)
    expect(ziping('review').out).toMatch(/hollow-medium\s+60%/)
  })

  it('value accepts empty texts, a lone dash, two dashes and negative figures', () => {
    const verdict = (...words: string[]) => JSON.parse(ziping('value', ...words).out).verdict
    expect(verdict('≥60人', '80人')).toBe('met')
    expect(verdict('≤47万元', '47.1004万元')).toBe('missed')
    expect(verdict('-', '100%')).toBe('unknown')
    expect(verdict('--', '-', '100%')).toBe('unknown')
    expect(verdict('', '')).toBe('unknown')
    expect(verdict('≥-5%', '-3%')).toBe('met')
    expect(ziping('value').code).toBe(2)
  })

  it('rules --json lists all rules', () => {
    const rules = JSON.parse(ziping('rules', '--json').out)
    expect(rules).toHaveLength(114)
    expect(Object.keys(rules[0])).toEqual(
      expect.arrayContaining(['id', 'code', 'group', 'severity', 'evidence', 'needs', 'editions', 'status']),
    )
  })

  it('an edition that does not exist refuses to score', () => {
    const { code, err } = ziping('check', samplePath, '--edition', 'nowhere-2099')
    expect(code).toBe(2)
    expect(err).toContain('nowhere-2099')
  })

  it.each([
    ['empty', ''],
    ['binary', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 255, 254, 0])],
    ['another kind of table', '姓名\t年龄\t住址\n甲\t30\t某街1号\n乙\t40\t某街2号\n'],
    ['a million lines', 'a\tb\n'.repeat(1_000_000)],
  ])('%s gets a clear message in Chinese and English and exit 2', (name, content) => {
    const path = file(`${name}.txt`, content)
    const zh = ziping('check', path)
    expect(zh.code).toBe(2)
    expect(zh.err).toMatch(/\p{Script=Han}{4}/u)
    const en = ziping('check', path, '--lang', 'en')
    expect(en.code).toBe(2)
    expect(en.err).toMatch(/[a-z]{3,} [a-z]{2,}/)
    expect(en.err).not.toContain('    at ')
  })

  it('a file that is not there is said to be not there', () => {
    const { code, err } = ziping('check', join(folder, 'none.txt'))
    expect(code).toBe(2)
    expect(err).toContain('没有这个文件')
  })
})
