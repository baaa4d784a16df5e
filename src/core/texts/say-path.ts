/** A place of a form in the words of whoever fills it in. */

import type { Bilingual, Form, FormPath, Lang } from '../model/index.ts'
import { fieldWords } from './field-words.ts'

const blockWords: Readonly<Record<string, Bilingual>> = {
  indicators: { zh: '指标表', en: 'table of indicators' },
  tasks: { zh: '资金表', en: 'table of money' },
  goals: { zh: '年度目标', en: 'goals' },
  facts: { zh: '表中其他栏目', en: 'other fields' },
}

const ROW = /^(indicators|tasks|goals|facts)\[(\d+)\](?:\.(.+))?$/

/** What a field of a row is called; one that no word is known of (a column of a form's own) goes by its header. */
function sayField(field: string, lang: Lang): string {
  const known = field
    .replace(/^(level[12])\.points$/, '$1Points')
    .replace(/^(level[12])\.cell$/, '$1')
    .replace(/^(budgeted|executed)$/, '$1.total')
  return fieldWords[known]?.[lang] ?? known.replace(/^extra\./, '')
}

/** 第1行指标“道路养护长度”, 资金表第2行“基本支出”, 目标1: a row by its place in the form and its name. */
function sayRow(form: Form, block: string, at: number, lang: Lang): string {
  const zh = lang === 'zh'
  const row = at + 1
  if (block === 'goals') return zh ? `目标${row}` : `goal ${row}`
  if (block === 'facts') return `“${form.facts[at]?.label.raw ?? row}”`
  const name = (block === 'indicators' ? form.indicators[at] : form.tasks[at])?.name.raw ?? ''
  const quoted = name === '' ? '' : zh ? `“${name}”` : ` “${name}”`
  if (block === 'indicators') return zh ? `第${row}行指标${quoted}` : `indicator ${row}${quoted}`
  return zh ? `资金表第${row}行${quoted}` : `money row ${row}${quoted}`
}

/** 第1行指标“道路养护长度”的分值: never a path, which only programs read. */
export function sayPath(form: Form, path: FormPath, lang: Lang): string {
  const zh = lang === 'zh'
  const [, block, at, field] = ROW.exec(path) ?? []
  if (block === undefined) return (fieldWords[path] ?? blockWords[path])?.[lang] ?? (zh ? '全表' : 'whole form')
  const row = sayRow(form, block, Number(at), lang)
  if (field === undefined || block === 'facts') return row
  return zh ? `${row}的${sayField(field, lang)}` : `${sayField(field, lang)} of ${row}`
}
