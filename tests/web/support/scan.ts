/** A form as it comes from the scanner of an office: printed, drawn, blurred, a grey photograph of paper. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { checkSource } from '../../../src/app/check-source.ts'
import { printChecked } from '../../../src/app/print/print-checked.ts'
import { drawPages } from '../../support/office/pictures.ts'

/** Of the unit that the tests' office has; small, so that it is read in seconds. */
const form = [
  '部门整体支出绩效自评表',
  '预算年度\t2021年度',
  '部门名称\t社会福利中心\t主管部门\t社会福利中心',
  '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t全年实际完成值\t得分\t偏差原因分析及改进措施',
  '产出指标\t数量指标\t新建公园数量\t≥5个\t30\t6个\t30\t',
  '产出指标\t质量指标\t验收合格率\t≥95%\t30\t96%\t30\t',
  '效益指标\t社会效益指标\t受益人数\t≥1200人\t30\t1260人\t30\t',
  '总分\t\t\t\t\t\t90\t',
].join('\n')

export async function scannedForm(): Promise<Buffer> {
  const bytes = new TextEncoder().encode(form)
  const { files } = await printChecked(await checkSource(bytes, 'form.txt'), bytes, {
    what: 'form',
    to: 'pdf',
    options: { lang: 'zh' },
  })
  const folder = mkdtempSync(join(tmpdir(), 'ziping-scan-'))
  try {
    const pdf = join(folder, 'form.pdf')
    writeFileSync(pdf, files[0]!.content)
    const [page] = await drawPages(pdf, 90)
    return await sharp(page).greyscale().blur(0.9).jpeg({ quality: 35 }).toBuffer()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
