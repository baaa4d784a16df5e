import { describe, expect, it } from 'vitest'
import type { CheckStatus, Form, SourceSpan } from '../model/index.ts'
import { formFromSketch } from '../recognise/sketch.ts'
import { cite, editionById } from '../rulebook/index.ts'
import { newScoreMemo, scoreForm } from '../scoring/index.ts'
import { orderOf, placeOf } from './aids/places.ts'
import type { Answer, FormCheck, IndicatorCheck, TaskCheck } from './check.ts'
import { newCheckMemo, runChecks } from './runner.ts'

const edition = editionById('shenzhen-department-2021')!
const words = { zh: '对', en: 'right' }
const facts = {
  id: 'made',
  code: 'A00',
  title: { passed: words, failed: words },
  why: words,
  severity: 'error',
  law: [cite('caiyu-2020-10/weights'), cite('shenzhen-department-form/split')],
  messages: { wrong: { text: words, advice: words } },
  examples: [],
} as const

const overForm = (test: FormCheck['test']): FormCheck => ({ ...facts, over: 'form', test })
const overTasks = (test: TaskCheck['test']): TaskCheck => ({ ...facts, over: 'task', test })
const overRows = (test: IndicatorCheck['test']): IndicatorCheck => ({ ...facts, over: 'indicator', test })

const form = formFromSketch({
  title: '自评表',
  tasks: [{ name: '培训经费' }],
  indicators: [
    { name: '培训人数', target: '≥50人', actual: '50人', weight: '5', score: '5' },
    { name: '培训期数', target: '≥5期', actual: '5期', weight: '5', score: '5' },
  ],
})
const run = (check: FormCheck | TaskCheck | IndicatorCheck, of: Form = form) =>
  runChecks([check], { form: of, scored: scoreForm(of, edition), edition, events: [] })
const statuses = (check: FormCheck | TaskCheck | IndicatorCheck) =>
  Object.entries(run(check).summaries[0]!.counts).flatMap(([status, count]) =>
    count > 0 ? [`${status} ${count}`] : [],
  )

describe('statuses', () => {
  const wrong = { message: 'wrong', data: {}, at: ['form'] } as const
  const cases: readonly (readonly [Answer, CheckStatus])[] = [
    ['pass', 'passed'],
    ['skip', 'notApplicable'],
    ['unread', 'blocked'],
    [wrong, 'failed'],
    [[wrong, wrong], 'failed'],
    [{ ...wrong, certainty: 'review' }, 'review'],
    [[{ ...wrong, certainty: 'review' }, wrong], 'failed'],
    [{ ...wrong, severity: 'info' }, 'passed'],
    [{ ...wrong, message: 'unknown' }, 'crashed'],
  ]
  it.each(cases)('%j counts as %s', (answer, status) => {
    expect(statuses(overForm(() => answer))).toEqual([`${status} 1`])
  })

  it('count each row and each task', () => {
    expect(statuses(overRows(({ path }) => (path === 'indicators[0]' ? 'pass' : 'unread')))).toEqual([
      'passed 1',
      'blocked 1',
    ])
    expect(statuses(overTasks(() => 'skip'))).toEqual(['notApplicable 1'])
  })

  it('take a hint of a check that only hints for what it found', () => {
    expect(statuses({ ...overForm(() => wrong), severity: 'info' })).toEqual(['failed 1'])
  })

  it('let a crash spoil that check alone, and say so', () => {
    const crashing = overForm(() => {
      throw new Error('a fault of the program')
    })
    const both = runChecks([crashing, overForm(() => wrong)], {
      form,
      scored: scoreForm(form, edition),
      edition,
      events: [],
    })
    expect(both.complete).toBe(false)
    expect(both.findings).toHaveLength(1)
    expect(both.summaries.map(({ counts }) => counts.crashed)).toEqual([1, 0])
  })
})

describe('findings', () => {
  it('stand in the order of the form, whatever order they are found in', () => {
    const at = [
      'total',
      'indicators[1].score',
      'form',
      'tasks[0].rate',
      'indicators[0]',
      'goals[0].stated',
      'fiscalYear',
    ] as const
    const [first, ...others] = at.map((path) => ({ message: 'wrong', data: {}, at: [path] }) as const)
    expect(run(overForm(() => [first!, ...others])).findings.map((finding) => finding.at[0].path)).toEqual([
      'form',
      'fiscalYear',
      'tasks[0].rate',
      'goals[0].stated',
      'indicators[0]',
      'indicators[1].score',
      'total',
    ])
    expect(orderOf('indicators[10]')).toBeGreaterThan(orderOf('indicators[9].score'))
  })

  it('cite project rules by analogy on a department form, and only there', () => {
    const found = (kind: Form['kind']) =>
      run(
        overForm(() => ({ message: 'wrong', data: {}, at: ['form'] })),
        { ...form, kind },
      ).findings[0]!.law.map(({ clause, byAnalogy }) => `${clause} ${byAnalogy ?? false}`)
    expect(found('department')).toEqual(['caiyu-2020-10/weights true', 'shenzhen-department-form/split false'])
    expect(found('project')).toEqual(['caiyu-2020-10/weights false', 'shenzhen-department-form/split false'])
  })

  it('carry the advice, the edit and places given as they are', () => {
    const page = { path: 'form', text: '7' }
    const edit = { path: 'total', raw: '90' }
    const [finding] = run(overForm(() => ({ message: 'wrong', data: {}, at: ['total', page], edit }))).findings
    expect(finding!.fix).toEqual({ advice: words, edit })
    expect(finding!.at).toEqual([{ path: 'total' }, page])
  })
})

describe('places', () => {
  const line = (number: number): SourceSpan => ({ kind: 'text', line: number, column: 1 })
  const [first, second] = form.indicators
  const printed: Form = {
    ...form,
    title: { raw: '自评表', value: '自评表', origin: line(1) },
    indicators: [{ ...first!, name: { ...first!.name, origin: line(8) } }, second!],
  }

  it('have the text and source of the cell, or the source of its row', () => {
    expect(placeOf(printed, 'indicators[0].name')).toEqual({
      path: 'indicators[0].name',
      source: line(8),
      text: '培训人数',
    })
    expect(placeOf(printed, 'indicators[0].score')).toEqual({ path: 'indicators[0].score', source: line(8), text: '5' })
    expect(placeOf(printed, 'indicators[0].note')).toEqual({ path: 'indicators[0].note', source: line(8) })
    expect(placeOf(printed, 'indicators[1].note')).toEqual({ path: 'indicators[1].note' })
    expect(placeOf(printed, 'indicators[7].note')).toEqual({ path: 'indicators[7].note' })
  })

  it('show the form as a whole by its title, else by the department', () => {
    expect(placeOf(printed, 'form')).toEqual({ path: 'form', source: line(1), text: '自评表' })
    const untitled = formFromSketch({ department: '某局' })
    expect(placeOf(untitled, 'form')).toEqual({ path: 'form', text: '某局' })
  })
})

describe('a memo', () => {
  it('keeps unchanged rows from being checked again, and changed ones not', () => {
    const looked: string[] = []
    const check = overRows(({ path }) => {
      looked.push(path)
      return 'pass'
    })
    const checks = [check]
    const [scores, memo] = [newScoreMemo(), newCheckMemo()]
    const again = (of: Form) => {
      looked.length = 0
      runChecks(checks, { form: of, scored: scoreForm(of, edition, scores), edition, events: [] }, memo)
      return [...looked]
    }
    expect(again(form)).toEqual(['indicators[0]', 'indicators[1]'])
    expect(again(form)).toEqual([])
    const changed = { ...form, indicators: form.indicators.with(1, { ...form.indicators[1]! }) }
    expect(again(changed)).toEqual(['indicators[1]'])
    const narrow = { ...changed, columns: { ...changed.columns, indicators: ['name' as const] } }
    expect(again(narrow)).toEqual(['indicators[0]', 'indicators[1]'])
  })
})
