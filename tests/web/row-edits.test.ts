import { expect, it } from 'vitest'
import { checkSource } from '../../src/app/check-source.ts'
import { applyAll, type Draft, draftOf } from '../../src/core/draft/index.ts'
import { drawn } from '../../web/src/editor/document-snapshot.ts'
import { rowEdits, rowsAfter } from '../../web/src/editor/edits.ts'

/** A form of one row, without tasks and goals. */
async function small(): Promise<Draft> {
  const text = [
    '部门整体支出绩效自评表',
    '预算年度\t2023年度',
    '部门名称\t民政局',
    '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t全年实际完成值\t得分\t偏差原因分析及改进措施',
    '产出指标\t数量指标\t新建公园数量\t≥5个\t90\t6个\t90\t',
  ].join('\n')
  const { reports } = await checkSource(new TextEncoder().encode(text), 'form.txt')
  let last = 0
  return draftOf(reports[0]!.form, () => `r${++last}`)
}

it('every block gets its first row at its heads, and rows again after its last was deleted', async () => {
  let draft = await small()
  const at = (words: string) => {
    const { sheet } = drawn(draft)
    const row = sheet.rows.find(
      ({ heads, cells }) => heads !== null && cells.some(({ text }) => text.startsWith(words)),
    )!
    return { top: row.index, bottom: row.index, left: 3, right: 3 }
  }
  const take = (edits: ReturnType<typeof rowEdits>) => {
    const applied = applyAll(draft, edits)
    if (!applied.ok) throw new Error(applied.code)
    draft = applied.draft
  }
  expect([draft.tasks.length, draft.goals.length, draft.indicators.length]).toEqual([0, 0, 1])
  const blocks = [
    ['任务名称', 'tasks'],
    ['年初设定目标', 'goals'],
    ['一级指标', 'indicators'],
  ] as const
  for (const [words, block] of blocks) {
    const before = draft[block].length
    expect(rowsAfter(draft, drawn(draft).sheet, at(words), 'insertBelow')).toMatchObject({ from: { block, index: 0 } })
    take(rowEdits(draft, drawn(draft).sheet, at(words), 'insertBelow'))
    expect(draft[block].length, words).toBe(before + 1)
    expect(rowEdits(draft, drawn(draft).sheet, at(words), 'delete')).toEqual([])
  }
  // A new first indicator stands under the labels of the one that was first.
  expect(draft.indicators[0]!.cells).toMatchObject({ level1: '产出指标', level2: '数量指标' })
  const { sheet } = drawn(draft)
  const rows = sheet.rows.filter(({ entity }) => entity?.block === 'indicators').map(({ index }) => index)
  take(rowEdits(draft, sheet, { top: rows[0]!, bottom: rows.at(-1)!, left: 3, right: 3 }, 'delete'))
  expect(draft.indicators.length).toBe(0)
  take(rowEdits(draft, drawn(draft).sheet, at('一级指标'), 'insertBelow'))
  expect(draft.indicators.length).toBe(1)
})
