/** A report in words as a flow of numbered pieces: what documents, pages and web pages all draw. */

import type { Chart, Lang, Narrative, Passage, Said, Section, Sentence } from '../../core/model/index.ts'
import { drawChart } from '../chart/draw-chart.ts'
import type { Picture } from '../chart/picture.ts'

export interface FlowColumn {
  readonly head: string
  /** Share of the width; all shares of a table come to 1. */
  readonly share: number
  readonly align: 'left' | 'center' | 'right'
}

export type Piece =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly FlowColumn[]
      readonly rows: readonly { readonly cells: readonly string[]; readonly bold: boolean }[]
    }
  | { readonly kind: 'picture'; readonly caption: string; readonly picture: Picture }

export interface Flow {
  readonly lang: Lang
  readonly title: string
  readonly subtitle: string
  readonly pieces: readonly Piece[]
}

/** Sizes in points and paper in points, as official documents are set: A4 upright, 37, 26, 35 and 28 mm of margin. */
export const narrativePaper = {
  width: 595.28,
  height: 841.89,
  top: 104.9,
  right: 73.7,
  bottom: 99.2,
  left: 79.4,
} as const
export const narrativeSizes = { title: 22, text: 16, caption: 12, table: 9.5, line: 28 } as const
export const narrativeRoom = narrativePaper.width - narrativePaper.left - narrativePaper.right

const DIGITS = '零一二三四五六七八九'

/** 1 → 一, 12 → 十二, 20 → 二十; to 99. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const one = ones === 0 ? '' : DIGITS[ones]!
  return tens === 0 ? DIGITS[ones]! : `${tens === 1 ? '' : DIGITS[tens]!}十${one}`
}

function say(said: Said, lang: Lang): string {
  return typeof said === 'string' ? said : said[lang]
}

function joined(sentences: readonly Sentence[], lang: Lang): string {
  return sentences.map((each) => each.say[lang]).join(lang === 'zh' ? '' : ' ')
}

class FlowMaker {
  readonly #lang: Lang
  readonly pieces: Piece[] = []
  #tables = 0
  #charts = 0

  constructor(lang: Lang) {
    this.#lang = lang
  }

  #passage(passage: Passage): void {
    const lang = this.#lang
    const zh = lang === 'zh'
    switch (passage.kind) {
      case 'paragraph':
        this.pieces.push({ kind: 'paragraph', text: joined(passage.sentences, lang) })
        break
      case 'list':
        passage.items.forEach((item, index) => {
          this.pieces.push({ kind: 'item', text: `${index + 1}${zh ? '．' : '. '}${joined(item, lang)}` })
        })
        break
      case 'table': {
        this.#tables++
        const width = passage.columns.reduce((sum, column) => sum + column.width, 0)
        this.pieces.push({
          kind: 'table',
          caption: zh ? `表${this.#tables}　${passage.caption.zh}` : `Table ${this.#tables}. ${passage.caption.en}`,
          columns: passage.columns.map(({ head, width: own, align = 'left' }) => ({
            head: head[lang],
            share: own / width,
            align,
          })),
          rows: passage.rows.map(({ cells, bold = false }) => ({ cells: cells.map((cell) => say(cell, lang)), bold })),
        })
        break
      }
      case 'chart':
        this.#chart(passage.chart)
    }
  }

  #chart(chart: Chart): void {
    this.#charts++
    const lang = this.#lang
    this.pieces.push({
      kind: 'picture',
      caption: lang === 'zh' ? `图${this.#charts}　${chart.title.zh}` : `Figure ${this.#charts}. ${chart.title.en}`,
      picture: drawChart(chart, lang),
    })
  }

  section({ title, passages, sections }: Section, number: number, within: number | null): void {
    const lang = this.#lang
    const zh = chineseNumber(number)
    const mark =
      within === null
        ? { zh: `${zh}、`, en: `${number} ` }[lang]
        : { zh: `（${zh}）`, en: `${within}.${number} ` }[lang]
    this.pieces.push({ kind: 'heading', level: within === null ? 1 : 2, text: `${mark}${title[lang]}` })
    for (const passage of passages) this.#passage(passage)
    sections.forEach((inner, index) => {
      this.section(inner, index + 1, number)
    })
  }
}

export function flowOf(narrative: Narrative, lang: Lang): Flow {
  const maker = new FlowMaker(lang)
  narrative.sections.forEach((section, index) => {
    maker.section(section, index + 1, null)
  })
  return { lang, title: narrative.title[lang], subtitle: narrative.subtitle[lang], pieces: maker.pieces }
}
