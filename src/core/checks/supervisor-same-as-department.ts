import { withoutBlanks } from '../model/blanks.ts'
import { cite } from '../rulebook/index.ts'
import type { FormCheck } from './check.ts'

export const check: FormCheck = {
  id: 'supervisor-same-as-department',
  code: 'D18',
  over: 'form',
  title: {
    passed: { zh: '主管部门与部门名称不同', en: 'Supervisor and department differ' },
    failed: { zh: '主管部门与部门名称相同', en: 'Supervisor same as department' },
  },
  why: {
    zh: '一级预算单位两者相同是正常的；下级单位相同则可能漏填了主管部门。',
    en: 'For a first-level unit that is in order; for others the supervisor may have been left out.',
  },
  severity: 'info',
  law: [cite('shenzhen-department-form/kind')],
  messages: {
    same: {
      text: { zh: '主管部门与部门名称都是“{name}”', en: 'supervisor and department are both “{name}”' },
      advice: {
        zh: '一级预算单位无须处理；下级单位请填写主管部门',
        en: 'nothing to do for a first-level unit; others name their supervisor',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:4',
      form: { department: '深圳市光明区群团工作部', supervisor: '深圳市光明区群团 工作部' },
      flagged: ['same@supervisor'],
    },
    { from: 'made', form: { department: '县图书馆', supervisor: '县文化和旅游局' }, flagged: [] },
    { from: 'made', form: { department: '县图书馆' }, flagged: [] },
    {
      from: 'e-hubei-tick-boxes-pipes',
      form: { department: '某市城管局', supervisor: '某市城管局', implementer: '某市城管局整治中心' },
      flagged: [],
    },
  ],
  test({ form }) {
    const [department, supervisor] = [form.department, form.supervisor].map((cell) => withoutBlanks(cell.raw))
    if (department === '' || supervisor === '') return 'skip'
    // On a project form the unit that fills it in is the one that carries it out.
    const implementer = withoutBlanks(form.implementer.raw)
    if (department !== supervisor || (implementer !== '' && implementer !== supervisor)) return 'pass'
    return { message: 'same', data: { name: form.department.raw }, at: ['supervisor', 'department'] }
  },
}
