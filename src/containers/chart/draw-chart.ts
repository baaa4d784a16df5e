/**
 * Charts as pictures: bars beside their labels, columns above theirs. Drawn for paper: every bar has its figure beside it
 * and the tones differ without colour.
 */

import { type Chart, Exact, type Lang, type Said } from '../../core/model/index.ts'
import { clipText, type Picture, type Shape, textWidth } from './picture.ts'

const WIDTH = 440
const SIZE = 9
/** Room for the labels, and between them and the bars. */
const LABEL = 132
const GAP = 6
const BAR = 11
const STEP = 19
const TOP = 8
const COLUMNS_HIGH = 110

const colours = { dark: '1F4E79', light: 'C9D4E2', none: 'FFFFFF', line: '404040', axis: '808080' } as const

function say(said: Said, lang: Lang): string {
  return typeof said === 'string' ? said : said[lang]
}

/** Length of a drawing: the figure itself stands beside it, in words. */
function lengthOf(value: Exact, full: Exact, room: number): number {
  return full.isPositive ? Number(value.dividedBy(full).toFixed(4)) * room : 0
}

type Anchor = 'start' | 'middle' | 'end'

function textAt(text: string, x: number, y: number, anchor: Anchor): Shape {
  const width = textWidth(text, SIZE)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { kind: 'text', x: left, y, size: SIZE, text }
}

function rect(x: number, y: number, width: number, height: number, fill: string): Shape {
  return { kind: 'rect', x, y, width, height, fill, stroke: colours.line }
}

function labelled(said: Said, lang: Lang, y: number): Shape {
  return textAt(clipText(say(said, lang), SIZE, LABEL), LABEL, y + BAR - 2, 'end')
}

function axis(top: number, rows: number): Shape {
  const x = LABEL + GAP
  return { kind: 'line', x, y: top - 4, toX: x, toY: top + rows * STEP, stroke: colours.axis }
}

function points(value: Exact): string {
  return value.round(2).equals(value) ? value.toFixed(2) : value.round(4).toString()
}

type Drawn = Pick<Picture, 'height' | 'shapes'>

function drawShares({ bars }: Extract<Chart, { kind: 'shares' }>, lang: Lang): Drawn {
  const x = LABEL + GAP
  const room = WIDTH - x - 52
  const full = Exact.max(Exact.hundred, ...bars.flatMap(({ percent }) => (percent === null ? [] : [percent])))
  const hundred = x + lengthOf(Exact.hundred, full, room)
  const guide: Shape = {
    kind: 'line',
    x: hundred,
    y: TOP - 4,
    toX: hundred,
    toY: TOP + bars.length * STEP,
    stroke: colours.light,
  }
  const shapes = bars.flatMap(({ label, percent, said }, index) => {
    const y = TOP + index * STEP
    const length = percent === null ? 0 : Math.max(0, lengthOf(percent, full, room))
    const bar = length > 0 ? [rect(x, y, length, BAR, colours.dark)] : []
    return [labelled(label, lang, y), ...bar, textAt(say(said, lang), x + length + 4, y + BAR - 2, 'start')]
  })
  return { height: TOP + bars.length * STEP + 4, shapes: [guide, axis(TOP, bars.length), ...shapes] }
}

const legend = {
  got: { zh: '得分', en: 'got' },
  lost: { zh: '失分', en: 'lost' },
  open: { zh: '缺得分', en: 'no score' },
} as const
const tones = { got: colours.dark, lost: colours.light, open: colours.none } as const

function drawPoints({ bars }: Extract<Chart, { kind: 'points' }>, lang: Lang): Drawn {
  const x = LABEL + GAP
  const room = WIDTH - x - 110
  const kinds = (['got', 'lost', 'open'] as const).filter(
    (kind) => kind === 'got' || bars.some((bar) => bar[kind].isPositive),
  )
  const wholes = bars.map(({ got, lost, open }) => Exact.sum([got, lost, open]))
  const full = Exact.max(Exact.zero, ...wholes)
  let at = x
  const key = kinds.flatMap((kind) => {
    const from = at
    at += 18 + textWidth(legend[kind][lang], SIZE) + 14
    return [rect(from, TOP, 12, 8, tones[kind]), textAt(legend[kind][lang], from + 16, TOP + 8, 'start')]
  })
  const top = TOP + STEP
  const shapes = bars.flatMap((bar, index) => {
    const y = top + index * STEP
    let left = x
    const parts = kinds.flatMap((kind) => {
      const length = lengthOf(bar[kind], full, room)
      if (length <= 0) return []
      const drawn = rect(left, y, length, BAR, tones[kind])
      left += length
      return [drawn]
    })
    const said = kinds.map((kind) => points(bar[kind])).join(' / ')
    return [labelled(bar.label, lang, y), ...parts, textAt(said, left + 4, y + BAR - 2, 'start')]
  })
  return { height: top + bars.length * STEP + 4, shapes: [...key, axis(top, bars.length), ...shapes] }
}

function drawCounts({ columns }: Extract<Chart, { kind: 'counts' }>, lang: Lang): Drawn {
  const full = Exact.of(Math.max(1, ...columns.map(({ count }) => count)))
  const step = WIDTH / Math.max(1, columns.length)
  const foot = TOP + SIZE + COLUMNS_HIGH
  const shapes = columns.flatMap(({ label, count }, index) => {
    const middle = (index + 0.5) * step
    const high = lengthOf(Exact.of(count), full, COLUMNS_HIGH)
    const bar = high > 0 ? [rect(middle - step / 4, foot - high, step / 2, high, colours.dark)] : []
    return [
      ...bar,
      textAt(String(count), middle, foot - high - 3, 'middle'),
      textAt(clipText(label[lang], SIZE, step - 3), middle, foot + SIZE + 4, 'middle'),
    ]
  })
  const ground: Shape = { kind: 'line', x: 0, y: foot, toX: WIDTH, toY: foot, stroke: colours.axis }
  return { height: foot + SIZE + 10, shapes: [ground, ...shapes] }
}

/** What a chart shows in one line. */
function altOf(chart: Chart, lang: Lang): string {
  const parts =
    chart.kind === 'shares'
      ? chart.bars.map(({ label, said }) => `${say(label, lang)} ${say(said, lang)}`)
      : chart.kind === 'points'
        ? chart.bars.map(
            ({ label, got, lost, open }) => `${say(label, lang)} ${[got, lost, open].map(points).join('/')}`,
          )
        : chart.columns.map(({ label, count }) => `${label[lang]} ${count}`)
  return `${chart.title[lang]}${lang === 'zh' ? '：' : ': '}${parts.join(lang === 'zh' ? '，' : ', ')}`
}

export function drawChart(chart: Chart, lang: Lang): Picture {
  const drawn =
    chart.kind === 'shares'
      ? drawShares(chart, lang)
      : chart.kind === 'points'
        ? drawPoints(chart, lang)
        : drawCounts(chart, lang)
  return { width: WIDTH, alt: altOf(chart, lang), ...drawn }
}
