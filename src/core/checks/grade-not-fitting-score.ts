import type { Grade } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { gradeWords } from '../texts/index.ts'
import type { FormCheck } from './check.ts'

export const check: FormCheck = {
  id: 'grade-not-fitting-score',
  code: 'A19',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '评级与总分相符', en: 'The grade fits the total' },
    failed: { zh: '评级与总分不符', en: 'The grade does not fit the total' },
  },
  why: {
    zh: '评级由总分决定，分界值归入较高一级。',
    en: 'The total decides the grade; a border belongs to the upper grade.',
  },
  law: [cite('caiyu-2020-10/grades')],
  messages: {
    other: {
      text: {
        zh: '评级印为“{printed}”，总分{total}分对应“{due}”。',
        en: 'The grade says {printedEn}; a total of {total} is {dueEn}.',
      },
      advice: {
        zh: '请核对总分和评级；总分无误时评级应为“{due}”。',
        en: 'Check total and grade; with this total the grade is {dueEn}.',
      },
    },
    outOfReach: {
      text: {
        zh: '评级印为“{printed}”，没有印出总分；重算总分只能对应{due}。',
        en: 'The grade says {printedEn} and no total is printed; the recomputed total allows only {dueEn}.',
      },
      advice: { zh: '请补填总分并核对评级。', en: 'Fill in the total and check the grade.' },
    },
  },
  examples: [
    { from: 'made', form: { total: '89.5', grade: '优' }, flagged: ['other@grade'] },
    {
      from: 'made',
      form: {
        indicators: [{ name: '培训人数', target: '≥50人', actual: '10人', weight: '10', score: '2' }],
        grade: '优',
      },
      flagged: ['outOfReach@grade'],
    },
    { from: 'F018', form: { total: '90', grade: '优' }, flagged: [] },
    { from: 'made', form: { total: '96.62' }, flagged: [] },
    { from: 'made', form: { total: '96.62', grade: '合格' }, flagged: [] },
    { from: 'made', form: { grade: '差' }, flagged: [] },
  ],
  test({ form, scored }) {
    const { printed, ofPrinted, range } = scored.grade
    if (form.grade.raw === '') return 'skip'
    if (printed === null) return 'unread'
    const due = ofPrinted === null ? range : [ofPrinted]
    if (due.includes(printed)) return 'pass'
    const data = { total: form.total.raw, ...say('printed', [printed]), ...say('due', due) }
    return ofPrinted === null
      ? { message: 'outOfReach', data, at: ['grade'] }
      : { message: 'other', data, at: ['grade', 'total'] }
  },
}

function say(name: 'printed' | 'due', grades: readonly Grade[]): Readonly<Record<string, string>> {
  return {
    [name]: grades.map((grade) => gradeWords[grade].zh).join('或'),
    [`${name}En`]: grades.map((grade) => gradeWords[grade].en).join(' or '),
  }
}
