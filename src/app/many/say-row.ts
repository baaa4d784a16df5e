/** The words of the table: what a row shows in each column, in one language. */

import { Exact, type Lang, type Scalar } from '../../core/model/index.ts'
import { fill, sayExtent } from '../../core/texts/index.ts'
import type { FormResult, Trouble } from './file-result.ts'
import { ignoredWords } from './messages.ts'
import { nameOf } from './source.ts'
import type { RowStatus, TableRow } from './table.ts'

export const statusWords: Readonly<Record<RowStatus, { readonly zh: string; readonly en: string }>> = {
  checked: { zh: '已检查', en: 'checked' },
  noForm: { zh: '无自评表', en: 'no form' },
  notRead: { zh: '未能读取', en: 'not read' },
  stopped: { zh: '已中止', en: 'stopped' },
  ignored: { zh: '略过', en: 'ignored' },
}

/** With two decimals where that is exact, else all there are; fractions rounded. */
export function sayFigure(figure: string | null): string {
  if (figure === null) return ''
  const value = Exact.of(figure)
  return value.round(2).equals(value) || figure.includes('/') ? value.toFixed(2) : figure
}

export function sayRange({ recomputed: { min, max } }: FormResult): string {
  return min === max ? sayFigure(min) : `${sayFigure(min)}–${sayFigure(max)}`
}

/** '项目：道路养护', '部门整体', with its place where a file holds several. */
export function sayForm({ form, of }: TableRow, lang: Lang): string {
  if (form === null) return ''
  const kind =
    form.kind === 'department'
      ? { zh: '部门整体', en: 'department' }[lang]
      : form.project === ''
        ? { zh: '项目', en: 'project' }[lang]
        : { zh: `项目：${form.project}`, en: `project: ${form.project}` }[lang]
  if (of < 2 || form.extent === null) return kind
  return lang === 'zh' ? `${kind}（${sayExtent(form.extent, lang)}）` : `${kind} (${sayExtent(form.extent, lang)})`
}

/** The message for this file: the same content may stand under several names. */
export function troubleText({ text, data }: Trouble, file: string, lang: Lang): string {
  const own: Readonly<Record<string, Scalar>> = 'name' in data ? { ...data, name: nameOf(file) } : data
  return fill(text[lang], own)
}

/** Why there is no form, of which file it is a copy, what is not complete. */
export function sayRemark({ file, sameAs, trouble, ignored, form }: TableRow, lang: Lang): string {
  const zh = lang === 'zh'
  const said = [
    ...(sameAs === null ? [] : [zh ? `与“${sameAs}”内容相同` : `same content as “${sameAs}”`]),
    ...(trouble === null ? [] : [troubleText(trouble, file, lang)]),
    ...(ignored === null ? [] : [ignoredWords[ignored][lang]]),
    ...(form === null || form.complete ? [] : [zh ? '有检查项运行出错，结果不完整' : 'a check crashed: incomplete']),
  ]
  return said.join(zh ? '；' : '; ')
}
