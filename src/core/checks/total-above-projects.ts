import { gather } from '../model/gather.ts'
import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import type { FormCheck } from './check.ts'

/** One project says little of a department. */
const LEAST_PROJECTS = 2

const project = (total: string, executed = '50') => ({
  kind: 'project' as const,
  total,
  tasks: [{ row: 'total' as const, budgeted: '60', executed }],
})

export const check: FormCheck = {
  id: 'total-above-projects',
  code: 'D22',
  over: 'form',
  title: {
    passed: { zh: '部门总分没有高于所有项目', en: 'The department’s total is not above all of its projects’' },
    failed: { zh: '部门总分高于所属每一个项目', en: 'The department’s total is above each of its projects’' },
  },
  why: {
    zh: '部门整体绩效主要由项目体现，总分高于每一个项目的，应核对打分尺度是否一致。有两个以上项目表的才能比较。',
    en: 'What a department reaches shows mostly in its projects; a total above each of theirs was perhaps scored by another measure. Compared where two projects or more are at hand.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/projects-beside')],
  messages: {
    above: {
      text: {
        zh: '部门总分{total}，高于全部{count}个项目（最高{best}分）',
        en: 'the department’s total of {total} is above all of its {count} projects (at most {best})',
      },
      advice: { zh: '核对部门表与项目表的打分尺度', en: 'compare how the two were scored' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { kind: 'department', total: '98.6' },
      beside: { projects: [project('91'), project('95.5'), project('')] },
      flagged: ['above@total'],
    },
    {
      from: 'made',
      form: { kind: 'department', total: '95.5' },
      beside: { projects: [project('91'), project('95.5')] },
      flagged: [],
    },
    { from: 'made', form: { kind: 'department', total: '98' }, beside: { projects: [project('91')] }, flagged: [] },
    { from: 'made', form: { kind: 'department', total: '98' }, flagged: [] },
    {
      from: 'made',
      form: { kind: 'department', total: '' },
      beside: { projects: [project('91'), project('95.5')] },
      flagged: [],
    },
  ],
  test({ form, beside: { projects = [] } }) {
    const totals = gather(projects, ({ total }) => (total.value === null ? [] : [total.value]))
    const own = form.total.value
    if (own === null || totals.length < LEAST_PROJECTS) return 'skip'
    const best = totals.reduce((most, one) => Exact.max(most, one))
    if (!own.greaterThan(best)) return 'pass'
    return {
      message: 'above',
      data: { total: form.total.raw, count: totals.length, best: best.toString() },
      at: ['total'],
      certainty: 'review',
    }
  },
}
