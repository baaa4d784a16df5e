/** All that can be printed, and which product answers what was asked for. */

import type { Bilingual } from '../../core/model/index.ts'
import { layoutById, layouts } from '../../core/rulebook/index.ts'
import { annotated } from './annotated.ts'
import { basis } from './basis.ts'
import { data } from './data.ts'
import { form } from './form.ts'
import { isPrintFormat, type PrintFormat, type Product } from './product.ts'
import { report } from './report.ts'
import { template } from './template.ts'
import { workbook } from './workbook.ts'

/** In the order they are listed to the user. */
export const products: readonly Product[] = [form, workbook, basis, data, report, annotated, template]

/** The product that fills a blank form of the user's own: chosen by --into, whatever else is asked. */
const TEMPLATE = 'template'

export interface PrintAsked {
  readonly what?: string
  readonly to?: string
  readonly layout?: string
  /** File name of the template to fill. */
  readonly into?: string
  readonly tagged?: boolean
}

export type PrintPlan =
  | { readonly product: Product; readonly to: PrintFormat; readonly refused: null }
  | { readonly product: null; readonly refused: Bilingual }

function refuse(zh: string, en: string): PrintPlan {
  return { product: null, refused: { zh, en } }
}

/** '--what form --to html|xlsx|docx|pdf（正式表样）', a line for each product. */
function possible(lang: 'zh' | 'en'): string {
  return products
    .map(({ id, title, formats, followsFile }) => {
      const asked = id === TEMPLATE ? `--into <${formats.map((format) => `*.${format}`).join('|')}>` : `--what ${id}`
      const to = id === TEMPLATE || followsFile === true ? '' : ` --to ${formats.join('|')}`
      return `  ${asked}${to}${lang === 'zh' ? `（${title.zh}）` : ` (${title.en})`}`
    })
    .join('\n')
}

function refusePair(zh: string, en: string): PrintPlan {
  return refuse(`${zh}。可以打印：\n${possible('zh')}`, `${en}. What can be printed:\n${possible('en')}`)
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}

/** The product and format that answer what was asked, or why none does. */
export function planPrint(asked: PrintAsked): PrintPlan {
  const { layout, into, tagged } = asked
  if (layout !== undefined && layoutById(layout) === undefined) {
    const ids = layouts.map(({ id }) => id)
    return refuse(`没有这个版式：${layout}（可用 ${ids.join('、')}）`, `no such layout: ${layout} (${ids.join(', ')})`)
  }
  const what = into === undefined ? (asked.what ?? form.id) : TEMPLATE
  const product = products.find(({ id }) => id === what)
  if (product === undefined || (what === TEMPLATE && into === undefined)) {
    return refusePair(`没有这种产品：${what}`, `no such product: ${what}`)
  }
  if (product.followsFile === true && asked.to !== undefined) {
    return refusePair(
      `${product.title.zh}总按原文件的格式写（扫描件写成 PDF），不用 --to 指定`,
      `${product.title.en}: written in the format of the file itself (scans as PDF); leave out --to`,
    )
  }
  const to = asked.to ?? (into === undefined ? product.formats[0]! : endingOf(into))
  if (!isPrintFormat(to) || !product.formats.includes(to)) {
    return refusePair(`${product.title.zh}不能写成 ${to}`, `${product.title.en} is not written as ${to}`)
  }
  if (tagged === true && to === 'pdf') {
    return refuse(
      '现用的排版程序不能给 PDF 加标签；供读屏软件使用的表样请用 --to html',
      'the compiler of pages cannot tag a PDF; for screen readers print with --to html',
    )
  }
  return { product, to, refused: null }
}
