import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import { cellAt, type Form, surveyFields } from '../model/index.ts'
import { pathsNamed, recognise, toPlain, withCell } from './index.ts'
import { formFromSketch } from './sketch.ts'
import { countIn } from './survey.ts'

function sketched(note: string, more: { name?: string; actual?: string; extra?: Record<string, string> } = {}): Form {
  return formFromSketch({
    indicators: [{ level1: '满意度指标', name: '服务对象满意度', target: '≥90%', actual: '93.55%', note, ...more }],
  })
}

/** What the row tells, as printed, in the order sent, returned, valid, satisfied, method. */
function told(note: string, more: Parameters<typeof sketched>[1] = {}): readonly string[] {
  const { survey } = sketched(note, more).indicators[0]!
  return surveyFields.map((field) => survey?.[field].raw ?? '')
}

describe('what a remark tells of a survey', () => {
  it.each<[string, ...string[]]>([
    ['发放问卷200份，回收有效问卷186份，满意174人', '200份', '', '186份', '174人', '问卷'],
    ['共发放满意度调查问卷500份,收回490份,其中有效问卷482份。', '500份', '490份', '482份', '', '问卷'],
    ['发出调查表１２０张，回收１１８张，有效率98.3%', '120张', '118张', '', '', ''],
    ['发放300份问卷，回收286份有效问卷，其中270份表示满意', '300份', '', '286份', '270份', '问卷'],
    ['通过电话回访服务对象120户，满意115户，不满意5户', '120户', '', '', '115户', '电话回访'],
    ['随机抽样问卷调查，样本量186，满意人数174', '186', '', '', '174', '随机抽样问卷调查'],
    ['样本总数为1,200人，有效样本1,186人。', '1,200人', '', '1,186人', '', ''],
    ['第三方测评，样本量1,000个', '1,000个', '', '', '', '第三方测评'],
    ['问卷调查，样本量1,000，有效率100%', '1,000', '', '', '', '问卷调查'],
    ['接受入户访谈的群众均表示满意', '', '', '', '', '入户访谈'],
    ['组织260名学员参加测评', '260名', '', '', '', ''],
  ])('%s', (note, ...fields) => {
    const fold = (text: string) => text.normalize('NFKC')
    expect(told(note).map(fold)).toEqual(fields)
  })

  it.each([
    ['rates are no counts', '问卷回收率95%，有效率100%，满意率98%'],
    ['about so many is no figure', '发放问卷约200份，回收190余份'],
    ['what is not there is not told', '未提供调查问卷，没有开展电话回访'],
    ['places asked are not people asked', '走访5个村，访谈3次，抽查12家企业'],
    ['a year is no count', '2021年调查'],
  ])('%s: %s', (_, note) => {
    expect(told(note).slice(0, 4)).toEqual(['', '', '', ''])
    if (note.startsWith('未')) expect(told(note)[4]).toBe('')
  })

  it('leaves degrees of satisfaction to a person', () => {
    expect(told('有效问卷186份，其中非常满意120份、满意40份、基本满意20份')[3]).toBe('')
    expect(told('有效问卷186份，不满意12份')[3]).toBe('')
  })

  it('is looked for in result, remark and explanation, of rows that ask people only', () => {
    expect(told('', { actual: '93.55%(有效问卷186份)' })[2]).toBe('186份')
    expect(told('', { extra: { explanation: '发放问卷200份，有效186份' } }).slice(0, 3)).toEqual(['200份', '', '186份'])
    const other = formFromSketch({
      indicators: [{ level1: '产出指标', level2: '数量指标', name: '问卷印制份数', note: '发放问卷200份' }],
    })
    expect(other.indicators[0]!.survey).toBeUndefined()
    expect(sketched('按计划完成').indicators[0]!.survey).toBeUndefined()
  })
})

const header = '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施'

function read(text: string): Form {
  const { value } = readText(new TextEncoder().encode(text), 'form.txt')
  return recognise(value).forms[0]!.form
}

describe('a survey in a source', () => {
  it('has the place of the very piece that tells it', () => {
    const row = '满意度指标\t服务对象满意度\t学员满意度\t≥90%\t93.55%\t10\t10\t发放问卷200份,有效186份'
    const { survey } = read(`${header}\n${row}`).indicators[0]!
    const column = row.indexOf('186份') + 1
    expect(survey!.validAnswers.origin).toEqual({ kind: 'text', line: 2, column, length: 4 })
    expect(survey!.validAnswers.value!.toString()).toBe('186')
  })

  it('is read from columns of its own, which come before the texts', () => {
    const wide = `${header}\t发放问卷数\t回收问卷数\t有效问卷数\t满意人数\t调查方式`
    const row = '满意度指标\t服务对象满意度\t学员满意度\t≥90%\t93.55%\t10\t10\t有效问卷100份\t200\t\t186份\t174\t电话'
    const form = read(`${wide}\n${row}`)
    const { survey } = form.indicators[0]!
    expect(surveyFields.map((field) => survey![field].raw)).toEqual(['200', '', '186份', '174', '电话'])
    expect(survey!.validAnswers.value!.toString()).toBe('186')
    expect(form.columns.indicators).toEqual(expect.arrayContaining([...surveyFields]))
    expect(form.indicators[0]!.extra).toEqual({})
    expect(toPlain(form).indicators[0]!.survey).toMatchObject({ sampleSize: '200', returnedAnswers: null })
  })
})

describe('an edited survey', () => {
  const form = sketched('发放问卷200份，有效问卷186份')

  it('follows the remark that tells it', () => {
    const changed = withCell(form, 'indicators[0].note', '有效问卷150份')!
    expect(changed.indicators[0]!.survey!.validAnswers.raw).toBe('150份')
    expect(changed.indicators[0]!.survey!.sampleSize.raw).toBe('')
    expect(withCell(form, 'indicators[0].note', '')!.indicators[0]!.survey).toBeUndefined()
  })

  it('keeps what was filled in', () => {
    const [path] = pathsNamed(form, '服务对象满意度', 'validAnswers')
    expect(path).toBe('indicators[0].survey.validAnswers')
    const filled = withCell(form, path!, '180')!
    expect(cellAt(filled, path!)).toMatchObject({ raw: '180' })
    const later = withCell(filled, 'indicators[0].note', '改为线上调查')!
    expect(later.indicators[0]!.survey).toMatchObject({ validAnswers: { raw: '180' }, sampleSize: { raw: '' } })
    expect(withCell(filled, path!, '')!.indicators[0]!.survey!.validAnswers.raw).toBe('186份')
    expect(withCell(form, 'indicators[0].survey.surveyMethod', '座谈会')!.indicators[0]!.survey!.surveyMethod.raw).toBe(
      '座谈会',
    )
    expect(withCell(form, 'indicators[5].survey.validAnswers', '1')).toBeNull()
    expect(withCell(form, 'indicators[0].survey.other', '1')).toBeNull()
    expect(
      withCell(sketched(''), 'indicators[0].survey.sampleSize', '50份')!.indicators[0]!.survey!.sampleSize.raw,
    ).toBe('50份')
  })
})

describe('a count', () => {
  it.each([
    ['200', '200'],
    ['200份', '200'],
    ['1,200 人', '1200'],
    ['1.2万份', '12000'],
    ['3万', '30000'],
  ])('%s is %s', (text, is) => {
    expect(countIn(text)?.toString()).toBe(is)
  })

  it.each(['', '约200份', '12.5', '95%', '若干', '200份左右'])('%s is none', (text) => {
    expect(countIn(text)).toBeNull()
  })
})
