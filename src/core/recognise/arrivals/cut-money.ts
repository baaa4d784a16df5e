/**
 * Figures of a row of money that run together: 310.2154.741050%5. Any cut looks as good as another, but the rate is what was
 * spent of the budget, and the score its share of the points: where one cut alone fulfils that, it is the row.
 */

import { Exact } from '../../model/index.ts'

/** The name, the figures, and words behind them: 执行率*该指标分值. */
const ROW = /^(\D{2,20}?)([\d.%]{5,26})(\D.*)?$/
const PIECE = /^(?:0|[1-9]\d*)(?:\.\d{1,4})?%?$/
const figureFields = new Set([
  'initialBudget',
  'budgeted.total',
  'received',
  'executed.total',
  'weight',
  'rate',
  'score',
])

const HALF = Exact.of('1/2')

/** 86%, 99.5% or the bare share 1 as percent. */
function percentOf(text: string): Exact {
  const figure = Exact.of(text.replace('%', ''))
  return text.endsWith('%') || figure.greaterThan(Exact.one) ? figure : figure.times(Exact.hundred)
}

interface Cut {
  readonly fields: readonly string[]
  readonly pieces: readonly string[]
}

function pieceOf({ fields, pieces }: Cut, field: string): string | undefined {
  return pieces[fields.indexOf(field)]
}

function amountOf(cut: Cut, field: string): Exact | null {
  const text = pieceOf(cut, field)
  return text === undefined ? null : Exact.of(text)
}

/** What the pieces so far say of one another; a figure that is not there yet speaks against nothing. */
function holds(cut: Cut): boolean {
  const { fields, pieces } = cut
  const field = fields[pieces.length - 1]!
  const text = pieces.at(-1)!
  if (text.endsWith('%') && field !== 'rate' && field !== 'score') return false
  const spent = amountOf(cut, 'executed.total')
  const budget = amountOf(cut, 'budgeted.total') ?? amountOf(cut, 'initialBudget')
  if (field === 'weight') return Exact.of(text).atMost(Exact.hundred)
  if (field !== 'rate' && field !== 'score') return true
  const rate = pieceOf(cut, 'rate')
  // Where nothing was spent the rate says nothing of the cut.
  if (rate === undefined || spent?.isPositive !== true || budget?.isPositive !== true) return false
  const share = spent.dividedBy(budget).times(Exact.hundred)
  if (field === 'rate') {
    const told = percentOf(text)
    return told.isPositive && told.minus(share).abs().atMost(HALF)
  }
  const points = amountOf(cut, 'weight')
  const score = Exact.of(text.replace('%', ''))
  if (points === null) return score.atMost(Exact.hundred)
  return points.times(share).dividedBy(Exact.hundred).minus(score).abs().atMost(HALF)
}

/** The name, the figures and what stands behind them, cut to the columns `fields`; null where no cut, or several, hold. */
export function cutMoney(key: string, fields: readonly string[]): readonly string[] | null {
  const figures = fields.filter((field) => figureFields.has(field))
  const row = ROW.exec(key)
  if (row === null || !figures.includes('rate') || !figures.includes('executed.total')) return null
  const [, name, tail, behind] = row as unknown as readonly [string, string, string, string | undefined]
  const found: string[][] = []
  const cut = (at: number, pieces: readonly string[]): void => {
    if (found.length > 1) return
    if (pieces.length === figures.length) {
      if (at === tail.length) found.push([...pieces])
      return
    }
    for (let end = at + 1; end <= tail.length; end++) {
      const next = [...pieces, tail.slice(at, end)]
      if (PIECE.test(next.at(-1)!) && holds({ fields: figures, pieces: next })) cut(end, next)
    }
  }
  cut(0, [])
  return found.length === 1 ? [name, ...found[0]!, ...(behind === undefined ? [] : [behind])] : null
}

const amountFields: ReadonlySet<string> = new Set(['initialBudget', 'budgeted.total', 'received', 'executed.total'])

/**
 * A row of one source whose amounts are those of the total, `whole`: they run together as the total's do. Null where they are others.
 */
export function cutAsTotal(
  key: string,
  fields: readonly string[],
  whole: readonly string[] | null,
): readonly string[] | null {
  const row = ROW.exec(key)
  if (row === null || whole === null) return null
  const figures = fields.filter((field) => figureFields.has(field))
  const amounts = whole.slice(1).filter((_, index) => amountFields.has(figures[index] ?? ''))
  return amounts.join('') === row[2] && row[3] === undefined ? [row[1]!, ...amounts] : null
}
