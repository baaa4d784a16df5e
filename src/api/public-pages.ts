/** The public pages: which forms are published, and one of them in plain words with its doubts. Readable without a script; every address stays. */

import { lostBy, type PublicForm, type PublishedForm } from '../app/office/index.ts'
import type { Bilingual, Lang } from '../core/model/index.ts'
import { escaped, pageOf } from './pages.ts'

const words = {
  title: { zh: '已公开的绩效自评表', en: 'Published self-evaluation forms' },
  lead: {
    zh: '每年，用财政资金的部门和项目要自己评一评：钱花了多少，定的目标做到没有，打几分。财政部门审核后在这里公开。点名称看内容和存疑之处。',
    en: 'Every year those who spend public money evaluate themselves: how much was spent, which targets were reached, how many points. The finance bureau publishes it here. A name leads to what a form says and what is doubted.',
  },
  all: { zh: '全部', en: 'all' },
  region: { zh: '地区', en: 'Region' },
  year: { zh: '年度', en: 'Year' },
  unit: { zh: '单位或项目', en: 'Unit or project' },
  find: { zh: '查找', en: 'Find' },
  total: { zh: '自评总分', en: 'Own total' },
  grade: { zh: '评级', en: 'Grade' },
  published: { zh: '公开日期', en: 'Published' },
  none: { zh: '没有符合的自评表。', en: 'No form matches.' },
  gone: {
    zh: '这份表不在公开的自评表之中：可能已经撤下，或地址不完整。',
    en: 'This form is not among those published: it may have been taken down, or the address is not whole.',
  },
  nothing: { zh: '还没有公开的自评表。', en: 'No form has been published yet.' },
  more: { zh: '下一页', en: 'More' },
  home: { zh: '已公开的自评表', en: 'Published forms' },
  other: { zh: 'English', en: '中文' },
  says: { zh: '这份表说了什么', en: 'What this form says' },
  doubts: { zh: '存疑之处', en: 'What is doubted' },
  doubtsLead: {
    zh: '由程序按公开的规则逐项检查得出，不代表认定有错；标“须人工判断”的只是提问。',
    en: 'Found by a program that checks each row by published rules; none of it is a verdict, and what a person must judge is a question alone.',
  },
  noDoubts: { zh: '逐项检查没有发现问题。', en: 'The checks found nothing.' },
  question: { zh: '（须人工判断）', en: ' (for a person to judge)' },
  goals: { zh: '目标和完成情况', en: 'Goals and what became of them' },
  stated: { zh: '年初目标', en: 'Goal' },
  achieved: { zh: '完成情况', en: 'Achieved' },
  rows: { zh: '逐项指标', en: 'Indicators' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '指标', en: 'Indicator' },
  target: { zh: '原定', en: 'Target' },
  actual: { zh: '实际', en: 'Actual' },
  weight: { zh: '分值', en: 'Points' },
  score: { zh: '得分', en: 'Score' },
  lost: { zh: '失分', en: 'Lost' },
  note: { zh: '单位的说明', en: 'What the unit says' },
  files: { zh: '下载', en: 'Downloads' },
  official: { zh: '正式表样（网页，附计算过程）', en: 'official form (page, with the way of every score)' },
  data: { zh: '数据 json', en: 'data, json' },
  rules: { zh: '重新计分所用规则', en: 'Scored by' },
  address: { zh: '本页地址长期不变，可以引用。', en: 'This address stays and may be cited.' },
} as const

type Word = keyof typeof words

const grades: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
}

function saying(lang: Lang) {
  return (word: Word) => escaped(words[word][lang])
}

function addressOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  )
  const text = new URLSearchParams(given).toString()
  return escaped(text === '' ? path : `${path}?${text}`)
}

/** The other language of the same page, where one came from. */
function navOf(path: string, lang: Lang, query: Readonly<Record<string, string | undefined>>): string {
  const own = lang === 'en' ? 'en' : undefined
  const other = lang === 'zh' ? 'en' : undefined
  return `<a href="${addressOf('/public', { lang: own })}">${saying(lang)('home')}</a> <a href="${addressOf(path, { ...query, lang: other })}" lang="${lang === 'zh' ? 'en' : 'zh-CN'}">${words.other[lang]}</a>`
}

const htmlLang: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' }

export interface PublicListAsked {
  readonly year: number | undefined
  readonly region: string | undefined
  readonly q: string | undefined
  readonly next: string | null
  readonly lang: Lang
}

export interface Shelves {
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly years: readonly number[]
}

/** The head of a column; figures stand at its end, and so does its head. */
function headOf(text: string, isNumber: boolean): string {
  return `<th scope="col"${isNumber ? ' class="number"' : ''}>${text}</th>`
}

function choice(name: string, all: string, shown: readonly (readonly [string, string])[], chosen: string): string {
  const options = shown.map(
    ([value, text]) =>
      `<option value="${escaped(value)}"${value === chosen ? ' selected' : ''}>${escaped(text)}</option>`,
  )
  return `<select name="${name}"><option value="">${all}</option>${options.join('')}</select>`
}

export function publicListPage(forms: readonly PublishedForm[], shelves: Shelves, asked: PublicListAsked): string {
  const { lang, year, region, q, next } = asked
  const say = saying(lang)
  const own = lang === 'en' ? 'en' : undefined
  const query = { region, year: year === undefined ? undefined : String(year), q }
  const rows = forms.map(({ id, region: code, regionName, fiscalYear, title, total, grade, publishedAt }) => {
    const place = `<a href="${addressOf('/public', { region: code, lang: own })}">${escaped(regionName)}</a>`
    const name = `<a href="${addressOf(`/public/forms/${encodeURIComponent(id)}`, { lang: own })}">${escaped(title)}</a>`
    return `<tr><th scope="row">${name}</th><td data-head="${say('region')}">${place}</td><td data-head="${say('year')}" class="number">${fiscalYear}</td><td data-head="${say('total')}" class="number">${escaped(total ?? '—')}</td><td data-head="${say('grade')}">${grades[grade ?? '']?.[lang] ?? '—'}</td><td data-head="${say('published')}" class="number">${publishedAt.slice(0, 10)}</td></tr>`
  })
  const years = shelves.years.map((each): readonly [string, string] => [String(each), String(each)])
  const regions = shelves.regions.map(({ code, name }): readonly [string, string] => [code, name])
  const heads = (['unit', 'region', 'year', 'total', 'grade', 'published'] as const)
    .map((head) => headOf(say(head), head === 'year' || head === 'total' || head === 'published'))
    .join('')
  const table =
    rows.length === 0
      ? `<p>${say(shelves.years.length === 0 ? 'nothing' : 'none')}</p>`
      : `<div class="wide"><table class="cards"><thead><tr>${heads}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
  const more =
    next === null
      ? ''
      : `<p><a href="${addressOf('/public', { ...query, lang: own, after: next })}">${say('more')} →</a></p>`
  return pageOf(
    words.title[lang],
    `<p class="soft">${say('lead')}</p>
<form method="get" action="/public">${lang === 'en' ? '<input type="hidden" name="lang" value="en">' : ''}
<label>${say('region')} ${choice('region', say('all'), regions, region ?? '')}</label>
<label>${say('year')} ${choice('year', say('all'), years, query.year ?? '')}</label>
<label>${say('unit')} <input name="q" value="${escaped(q ?? '')}"></label> <button>${say('find')}</button></form>
${table}${more}`,
    { lang: htmlLang[lang], nav: navOf('/public', lang, query) },
  )
}

export function publicFormPage({ form, sentences, goals, rows, doubts, rules }: PublicForm, lang: Lang): string {
  const say = saying(lang)
  const path = `/public/forms/${encodeURIComponent(form.id)}`
  const link = `/api/public/forms/${encodeURIComponent(form.id)}`
  const files = [
    `<a href="${link}/download?format=html&amp;lang=${lang}">${say('official')}</a>`,
    ...['pdf', 'xlsx', 'docx'].map((format) => `<a href="${link}/download?format=${format}">${format}</a>`),
    `<a href="${link}">${say('data')}</a>`,
  ]
  const year = lang === 'zh' ? `${form.fiscalYear}年度` : String(form.fiscalYear)
  const doubted = doubts.map(
    ({ severity, words: text, isQuestion }) =>
      `<li class="${severity}">${escaped(text[lang])}${isQuestion ? say('question') : ''}</li>`,
  )
  const aims = goals
    .filter(({ stated, achieved }) => stated !== '' || achieved !== '')
    .map(
      ({ stated, achieved }) =>
        `<p><strong>${say('stated')}</strong> ${escaped(stated)}</p><p><strong>${say('achieved')}</strong> ${escaped(achieved)}</p>`,
    )
  const heads = (['name', 'kind', 'target', 'actual', 'weight', 'score', 'lost', 'note'] as const)
    .map((head) => headOf(say(head), head === 'weight' || head === 'score' || head === 'lost'))
    .join('')
  const lines = rows.map((row) => {
    const lost = lostBy(row)
    const cells: readonly (readonly [Word, string, boolean])[] = [
      ['kind', [row.level1, row.level2].filter((text) => text !== '').join(' · '), false],
      ['target', row.target, false],
      ['actual', row.actual, false],
      ['weight', row.weight, true],
      ['score', row.score === '' ? '—' : row.score, true],
      ['lost', lost === null ? '—' : lost, true],
      ['note', row.note, false],
    ]
    const shown = cells
      .map(
        ([head, text, isNumber]) =>
          `<td data-head="${say(head)}"${isNumber ? ' class="number"' : ''}>${escaped(text)}</td>`,
      )
      .join('')
    return `<tr><th scope="row">${escaped(row.name)}</th>${shown}</tr>`
  })
  return pageOf(
    `${form.title} · ${year}`,
    `<p class="soft">${escaped(form.regionName)} · ${say('published')} ${form.publishedAt.slice(0, 10)}</p>
<h2>${say('says')}</h2><div class="said">${sentences.map((sentence) => `<p>${escaped(sentence[lang])}</p>`).join('')}</div>
<h2>${say('doubts')}</h2>${doubted.length === 0 ? `<p>${say('noDoubts')}</p>` : `<p class="soft">${say('doubtsLead')}</p><ul class="doubts">${doubted.join('\n')}</ul>`}
${aims.length === 0 ? '' : `<h2>${say('goals')}</h2>${aims.join('')}`}
<h2>${say('rows')}</h2><div class="wide"><table class="cards"><thead><tr>${heads}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>
<h2>${say('files')}</h2><ul class="files">${files.map((file) => `<li>${file}</li>`).join('')}</ul>
<p class="soft">${say('rules')}：${escaped(rules[lang])}</p><p class="soft">${say('address')}</p>`,
    { lang: htmlLang[lang], nav: navOf(path, lang, {}) },
  )
}

/** What is said in place of a page that is not there, with the way to those that are. */
export function publicRefusalPage(title: Bilingual, lang: Lang): string {
  const own = lang === 'en' ? 'en' : undefined
  const say = saying(lang)
  return pageOf(
    title[lang],
    `<p>${say('gone')}</p><p><a href="${addressOf('/public', { lang: own })}">${say('home')}</a></p>`,
    { lang: htmlLang[lang], nav: navOf('/public', lang, {}) },
  )
}
