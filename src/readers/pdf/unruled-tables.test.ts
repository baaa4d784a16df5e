import { describe, expect, it } from 'vitest'
import { lineFrom, rawPdf, textAt } from '../../../tests/support/raw-pdf.ts'
import { onePage, textsOf } from '../../../tests/support/raw-pdf-read.ts'
import { readPdf } from './index.ts'

describe('tables without borders', () => {
  const rows = [
    ['一级指标', '三级指标', '指标值', '分值'],
    ['产出指标', '培训人次', '≥60人', '10'],
    ['', '合格率', '95%', '20'],
    ['效益指标', '知晓率', '有效提升', '30'],
  ]
  const content = rows
    .map((row, at) =>
      row.map((text, column) => (text === '' ? '' : textAt(60 + column * 120, 700 - at * 24, text))).join(''),
    )
    .join('')

  it('get their columns from how the text is aligned', async () => {
    const { value } = await readPdf(onePage(textAt(60, 760, '自评表') + content), '文件')
    expect(value.map((grid) => [grid.bordered, grid.columnCount])).toEqual([
      [false, 1],
      [false, 4],
    ])
    const filled = value[1]!.cells.filter(({ text }) => text !== '')
    expect(filled.map(({ row, column, text }) => `${row},${column} ${text}`)).toEqual([
      '0,0 一级指标',
      '0,1 三级指标',
      '0,2 指标值',
      '0,3 分值',
      '1,0 产出指标',
      '1,1 培训人次',
      '1,2 ≥60人',
      '1,3 10',
      '2,1 合格率',
      '2,2 95%',
      '2,3 20',
      '3,0 效益指标',
      '3,1 知晓率',
      '3,2 有效提升',
      '3,3 30',
    ])
  })

  it('join lines between two horizontal lines to one row', async () => {
    const edges = [716, 692, 668, 644, 600].map((y) => lineFrom(55, y, 480, y)).join('')
    const table = (await textsOf(onePage(content + edges + textAt(180, 614, '（百分比）'))))[0]
    expect(table).toEqual([
      '一级指标|三级指标|指标值|分值',
      '产出指标|培训人次|≥60人|10',
      '|合格率|95%|20',
      '效益指标|知晓率\n（百分比）|有效提升|30',
    ])
    // Browsers draw such lines cell by cell.
    const pieces = [716, 692, 668, 644, 600].map((y) =>
      [55, 180, 300, 400].map((x, at, all) => lineFrom(x, y, all[at + 1] ?? 480, y)).join(''),
    )
    const drawn = await textsOf(onePage(content + pieces.join('') + textAt(180, 614, '（百分比）')))
    expect(drawn[0]).toEqual(table)
  })

  it('may have headers of which several are wrapped: their lines stand closer than rows do', async () => {
    const wrapped = textAt(300, 691, '（全年）') + textAt(400, 691, '（满分）') + textAt(180, 691, '（名称）')
    const table = (await textsOf(onePage(content + wrapped)))[0]
    expect(table?.[0]).toBe('一级指标|三级指标\n（名称）|指标值\n（全年）|分值\n（满分）')
    expect(table).toHaveLength(4)
  })

  it('have rows of few texts above and below: the head and the total of a form', async () => {
    const head = textAt(60, 748, '项目名称') + textAt(180, 748, '暖阳') + textAt(60, 724, '主管部门')
    const total = textAt(60, 604, '总分') + textAt(420, 604, '58')
    const [table] = await textsOf(onePage(head + textAt(180, 724, '民政局') + content + total))
    expect(table).toEqual([
      '项目名称|暖阳||',
      '主管部门|民政局||',
      '一级指标|三级指标|指标值|分值',
      '产出指标|培训人次|≥60人|10',
      '|合格率|95%|20',
      '效益指标|知晓率|有效提升|30',
      '总分|||58',
    ])
  })

  it('have labels in the middle of the rows that they are merged over', async () => {
    const row = (at: number, ...texts: string[]): string =>
      texts.map((text, column) => textAt(180 + column * 100, 700 - at * 24, text)).join('')
    const label = (rows: number, text: string): string => textAt(60, 700 - rows * 24, text)
    const texts =
      label(0, '一级指标') +
      row(0, '三级指标', '指标值', '分值') +
      label(2, '产出指标') +
      label(4.5, '效益指标') +
      [1, 2, 3, 4, 5].map((at) => row(at, `指标${at}`, `≥${at}人`, '10')).join('')
    const [table] = await textsOf(onePage(texts))
    expect(table).toEqual([
      '一级指标|三级指标|指标值|分值',
      '产出指标@3×1|指标1|≥1人|10',
      '指标2|≥2人|10',
      '指标3|≥3人|10',
      '效益指标@2×1|指标4|≥4人|10',
      '指标5|≥5人|10',
    ])
  })

  it('go on on the next page, where other texts show less of their columns', async () => {
    const next = textAt(180, 700, '满意度') + textAt(300, 700, '≥90%') + textAt(420, 700, '10')
    const more = textAt(180, 676, '群众满意程度') + textAt(300, 676, '≥91%') + textAt(420, 676, '10')
    const last = textAt(60, 652, '总分') + textAt(420, 652, '80')
    const bytes = rawPdf({ pages: [{ content }, { content: next + more + last }] })
    expect(await textsOf(bytes)).toEqual([
      [
        '一级指标|三级指标|指标值|分值',
        '产出指标|培训人次|≥60人|10',
        '|合格率|95%|20',
        '效益指标|知晓率|有效提升|30',
        '|满意度|≥90%|10',
        '|群众满意程度|≥91%|10',
        '总分|||80',
      ],
    ])
  })
})

describe('tables without lines whose heads are known', () => {
  const heads = new Set(['一级指标', '三级指标', '指标值', '分值', '完成值'])
  const labels = new Set(['产出', '效益', '年度总体目标', '总体目标'])
  const kindOf = (text: string) => {
    if (heads.has(text)) return 'head'
    return labels.has(text) ? 'label' : text === '总分' ? 'total' : null
  }
  const read = async (bytes: Uint8Array): Promise<string[][]> =>
    (await readPdf(bytes, '文件', kindOf)).value.map((grid) =>
      Array.from({ length: grid.rowCount }, (_, row) =>
        grid.cells
          .filter((cell) => cell.row === row && cell.text !== '')
          .map(({ text, rowSpan }) => (rowSpan > 1 ? `${text}@${rowSpan}` : text))
          .join('|'),
      ),
    )
  const row = (y: number, texts: readonly string[]): string =>
    texts.map((text, column) => (text === '' ? '' : textAt(160 + column * 90, y, text))).join('')
  const head = textAt(60, 700, '一级指标') + row(700, ['三级指标', '指标值', '完成值', '分值'])

  it('put wrapped texts into the row that they stand evenly around', async () => {
    const body =
      row(670, ['培训', '≥60人', '', '10']) +
      textAt(340, 676, '去年已经') +
      textAt(340, 664, '全部完成') +
      row(640, ['合格', '95%', '96%', '20'])
    expect((await read(onePage(head + body)))[0]).toEqual([
      '一级指标|三级指标|指标值|完成值|分值',
      '培训|≥60人|去年已经\n全部完成|10',
      '合格|95%|96%|20',
    ])
  })

  it('give labels the rows in whose middle they stand, over page breaks too', async () => {
    const first = [676, 652, 628].map((y, at) => row(y, [`指标${at}`, `≥${at}人`, '9', '10'])).join('')
    const second = [700, 676, 652].map((y, at) => row(y, [`指标${at + 3}`, `≥${at}人`, '9', '10'])).join('')
    const content = head + first + textAt(60, 664, '产出')
    const pages = [{ content }, { content: second + textAt(60, 700, '效益') + textAt(60, 652, '满意') }]
    expect((await read(rawPdf({ pages })))[0]).toEqual([
      '一级指标|三级指标|指标值|完成值|分值',
      '产出@2|指标0|≥0人|9|10',
      '指标1|≥1人|9|10',
      '效益@3|指标2|≥2人|9|10',
      '指标3|≥0人|9|10',
      '指标4|≥1人|9|10',
      '满意|指标5|≥2人|9|10',
    ])
  })

  it('go on without any figure, and with other texts, in the columns of the page before', async () => {
    const wide = ['培训', '2021年底', '好', '']
    const pages = [
      { content: head + row(676, ['培训', '≥60人', '9人', '']) + row(652, ['合格', '95%', '96%', '']) },
      { content: row(700, wide) + row(676, ['合格', '高', '好', '']) + row(652, ['知晓', '高', '好', '']) },
    ]
    expect((await read(rawPdf({ pages })))[0]).toEqual([
      '一级指标|三级指标|指标值|完成值|分值',
      '培训|≥60人|9人',
      '合格|95%|96%',
      '培训|2021年底|好',
      '合格|高|好',
      '知晓|高|好',
    ])
  })

  it('have figures of rows that stand close, beside a text of two lines, each in its own row', async () => {
    const rows = [676, 664, 652, 640].map((y, at) => row(y, [`指标${at}`, `${at + 3}`, '9', '1'])).join('')
    const aside = textAt(520, 670, '因汛期') + textAt(520, 658, '推迟')
    const told = (await read(onePage(head + textAt(520, 700, '完成值') + rows + aside)))[0]!
    expect(told.map((line) => line.split('|').slice(0, 4).join('|'))).toEqual([
      '一级指标|三级指标|指标值|完成值',
      ...[0, 1, 2, 3].map((at) => `指标${at}|${at + 3}|9|1`),
    ])
  })

  it('end with their total: labels and texts below it know nothing of the columns', async () => {
    const body =
      row(676, ['培训', '≥60人', '9', '10']) +
      row(652, ['合格', '95%', '96%', '20']) +
      textAt(160, 628, '总分') +
      textAt(430, 628, '30') +
      textAt(60, 604, '问题') +
      textAt(110, 604, '本年没有发现什么问题') +
      textAt(60, 580, '负责人') +
      textAt(110, 580, '张三')
    expect((await read(onePage(head + textAt(60, 664, '产出') + body)))[0]).toEqual([
      '一级指标|三级指标|指标值|完成值|分值',
      '产出@2|培训|≥60人|9|10',
      '合格|95%|96%|20',
      '总分|30',
      '问题|本年没有发现什么问题',
      '负责人|张三',
    ])
  })

  it('know labels by their words: one touches the text beside it, another stands close below one', async () => {
    const close =
      [676, 664, 652].map((y, at) => row(y, [`指标${at}`, `${at + 3}`, '9', '1'])).join('') +
      textAt(60, 676, '产出') +
      textAt(60, 664, '效益') +
      textAt(60, 652, '产出')
    expect((await read(onePage(head + close)))[0]!.slice(1)).toEqual([
      '产出|指标0|3|9|1',
      '效益|指标1|4|9|1',
      '产出|指标2|5|9|1',
    ])
  })

  it('have columns of which the words of a sum, in the middle of several, tell nothing', async () => {
    const body =
      [676, 652].map((y) => row(y, ['培训', '≥60人', '9', '10'])).join('') +
      textAt(115, 628, '总分') +
      textAt(430, 628, '30')
    expect((await read(onePage(head + textAt(60, 664, '产出') + body)))[0]).toEqual([
      '一级指标|三级指标|指标值|完成值|分值',
      '产出@2|培训|≥60人|9|10',
      '培训|≥60人|9|10',
      '总分|30',
    ])
  })

  it('have heads over others beside tall ones, at the right end too', async () => {
    const tall = textAt(60, 692, '一级指标') + textAt(160, 692, '三级指标')
    const over = textAt(295, 700, '指标值') + textAt(250, 684, '完成值') + textAt(340, 684, '分值')
    const told = await read(onePage(tall + over + row(660, ['培训', '5', '6']) + row(636, ['合格', '7', '8'])))
    expect(told[0]).toEqual(['一级指标@2|三级指标@2|指标值', '完成值|分值', '培训|5|6', '合格|7|8'])
  })

  it('have a label alone over lines without heads: the goals between two tables', async () => {
    const money = textAt(160, 760, '指标值') + textAt(250, 760, '完成值') + textAt(340, 760, '分值')
    const goals = textAt(300, 730, '年度总体目标') + textAt(60, 715, '目标一：完成全部培训并且全部合格')
    const body = row(676, ['培训', '≥60人', '9', '10']) + row(652, ['合格', '95%', '96%', '20'])
    const told = await read(onePage(money + row(745, ['5', '6', '7']) + goals + head + body))
    expect(told[0]!.slice(0, 4)).toEqual([
      '指标值|完成值|分值',
      '5|6|7',
      '年度总体目标',
      '目标一：完成全部培训并且全部合格',
    ])
  })

  it('are no cell of a frame that is drawn around them', async () => {
    const body = row(676, ['培训', '≥60人', '9', '10']) + row(652, ['合格', '95%', '96%', '20'])
    const corners = [
      [50, 716, 560, 716],
      [50, 640, 560, 640],
      [50, 716, 50, 640],
      [560, 716, 560, 640],
    ] as const
    const frame = corners.map(([x1, y1, x2, y2]) => lineFrom(x1, y1, x2, y2)).join('')
    expect(await read(onePage(frame + head + body))).toEqual(await read(onePage(head + body)))
  })

  it('keep every text of a page with more texts than a table has', async () => {
    const many = Array.from({ length: 520 }, (_, at) => row(690 - at * 1.3, [`${at}甲`, `${at}乙`, '9', `${at}`])).join(
      '',
    )
    const aside = Array.from({ length: 520 }, (_, at) => textAt(60, 690 - at * 1.3, `${at}丙`)).join('')
    const told = (await read(onePage(head + many + aside))).flat().join('|')
    for (const text of ['一级指标', '0甲', '260乙', '519丙']) expect(told).toContain(text)
  })

  it('are said: nobody sees their lines', async () => {
    const body = row(676, ['培训', '≥60人', '9', '10']) + row(652, ['合格', '95%', '96%', '20'])
    const { findings } = await readPdf(onePage(head + body), '文件', kindOf)
    expect(findings.map(({ rule }) => rule)).toEqual(['pdf/unruled'])
  })
})
