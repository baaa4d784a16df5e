/** A form held against files of earlier years and of its projects on the command line. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ziping } from '../support/cli.ts'
import { repositoryRoot } from '../support/source-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'ziping-beside-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sample = join(repositoryRoot, 'tests/corpus/shenzhen-guangming-2021/form.txt')
const other = join(repositoryRoot, 'tests/corpus/a-old-housing-spaced/form.txt')

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const lastYear = write('2020.txt', readFileSync(sample, 'utf8').replaceAll('2021', '2020'))
const project = `项目支出绩效自评表
(2021年度)
项目名称\t志愿服务工作经费\t\t\t\t\t\t\t
主管部门\t深圳市光明区群团工作部\t\t\t实施单位\t深圳市光明区群团工作部\t\t\t
项目资金(万元)\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t\t152.91\t152.91\t140.00\t10\t91.56%\t9.16
年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t
\t开展志愿服务活动\t\t\t\t已开展志愿服务活动\t\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
\t产出指标\t数量指标\t开展服务场次\t≥20场\t20场\t50\t50\t
\t效益指标\t社会效益指标\t服务群众人数\t≥500人\t500人\t30\t30\t
\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t95%\t10\t10\t
总分\t\t\t\t\t\t100\t99.16\t
`

describe('a form held against others', () => {
  it('finds what was copied from last year and what was not kept, and says nothing of it without that year', () => {
    const { out } = ziping('check', sample, '--history', lastYear)
    for (const rule of ['text-copied-from-last-year', 'remedy-not-kept', 'target-below-history', 'targets-unchanged'])
      expect(out).toContain(`[${rule}]`)
    expect(out).not.toContain('[forms-beside]')
    expect(ziping('check', sample).out).not.toMatch(/text-copied-from-last-year|remedy-not-kept|target-below-history/)
  })

  it('finds money that a project’s form tells otherwise, in files and in folders', () => {
    mkdirSync(join(folder, 'projects'))
    write('projects/one.tsv', project)
    const { out } = ziping('check', sample, '--projects', join(folder, 'projects'))
    expect(out).toContain('“志愿服务工作经费”部门表执行151.46万元，1个项目表合计140.00万元，相差11.46万元')
    expect(out).not.toContain('“志愿服务工作经费”部门表预算')
  })

  it('says so where nothing that was given belongs beside the form, and where there are many forms', () => {
    const { out, code } = ziping('check', sample, '--history', other, '--projects', lastYear)
    expect(code).toBe(1)
    expect(out).toContain('给出的往年表（form.txt）中没有本单位往年的自评表，未比对')
    expect(out).toContain('给出的文件（2020.txt）中没有本部门当年的项目自评表，未比对')
    expect(ziping('check', sample, other, '--to', 'json', '--history', lastYear)).toMatchObject({ code: 2 })
  })
})
