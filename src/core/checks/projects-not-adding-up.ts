import { gather } from '../model/gather.ts'
import { Exact, type FormPath, type Scalar } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { sayFigure } from './aids/figures.ts'
import { type MoneyBeside, projectsBeside } from './aids/projects-beside.ts'
import type { FormCheck, Problem } from './check.ts'

function problem(message: 'budgeted' | 'executed', money: MoneyBeside, at: FormPath, data: Record<string, Scalar>) {
  if (money.department === null || money.projects === null || money.explained) return []
  const [department, projects, difference] = [money.department, money.projects, money.difference!].map((text) =>
    sayFigure(Exact.of(text)),
  )
  const said = { ...data, department: department!, projects: projects!, difference: difference! }
  return [{ message, data: said, at: [at], certainty: 'review' } satisfies Problem]
}

const project = (name: string, budgeted: string, executed: string, moneyUnit = '万元') => ({
  kind: 'project' as const,
  project: name,
  moneyUnit,
  tasks: [{ row: 'total' as const, name: '年度资金总额', budgeted, executed }],
})
const department = (...tasks: readonly { name: string; budgeted: string; executed: string }[]) => ({
  kind: 'department' as const,
  moneyUnit: '万元',
  tasks: [...tasks],
})
const culture = { name: '公共文化服务经费', budgeted: '120', executed: '118.5' }

export const check: FormCheck = {
  id: 'projects-not-adding-up',
  code: 'D21',
  over: 'form',
  title: {
    passed: { zh: '部门表的资金与所属项目表一致', en: 'The department’s money agrees with its projects’' },
    failed: { zh: '部门表的资金与所属项目表对不上', en: 'The department’s money does not agree with its projects’' },
  },
  why: {
    zh: '部门整体表的任务与同名项目表说的是同一笔钱，预算数和执行数应当一致。有所属项目的表才能比较，单位换算为万元，四舍五入之内不算。',
    en: 'A task of the whole department and the project of its name tell of the same money. Compared where the projects’ forms are at hand, in 万元, but for rounding.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/projects-beside')],
  messages: {
    budgeted: {
      text: {
        zh: '“{name}”部门表预算{department}万元，{count}个项目表合计{projects}万元，相差{difference}万元',
        en: '“{name}”: the department has a budget of {department}, its {count} projects {projects} 万元, {difference} apart',
      },
      advice: { zh: '核对两表的预算数', en: 'check the budget in both' },
    },
    executed: {
      text: {
        zh: '“{name}”部门表执行{department}万元，{count}个项目表合计{projects}万元，相差{difference}万元',
        en: '“{name}”: the department spent {department}, its {count} projects {projects} 万元, {difference} apart',
      },
      advice: { zh: '核对两表的执行数', en: 'check what was spent in both' },
    },
    withoutProject: {
      text: {
        zh: '“{name}”有资金{money}，没有同名的项目表',
        en: '“{name}” has money ({money}) and no project of its name',
      },
      advice: { zh: '核对名称，或补报该项目的自评表', en: 'check the name, or file the project’s form' },
    },
  },
  examples: [
    {
      from: 'made',
      form: department(
        culture,
        { name: '文物保护经费', budgeted: '30', executed: '30' },
        { name: '设备购置', budgeted: '8', executed: '8' },
      ),
      beside: {
        projects: [project('公共文化服务经费', '110', '118.5'), project('文物保护经费', '300000', '280000', '元')],
      },
      flagged: ['budgeted@tasks[0].budgeted.total', 'executed@tasks[1].executed.total', 'withoutProject@tasks[2].name'],
    },
    {
      from: 'made',
      form: department(
        culture,
        { name: '文物保护经费', budgeted: '30', executed: '28.35' },
        { name: '基本支出', budgeted: '800', executed: '790' },
      ),
      beside: {
        projects: [project('公共文化服务经费', '120.00', ''), project('文物保护经费', '300000', '283500', '元')],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: department(
        culture,
        { name: '设备购置', budgeted: '8', executed: '8' },
        { name: '场馆维护', budgeted: '9', executed: '9' },
      ),
      beside: { projects: [project('公共文化服务经费', '120', '118.5')] },
      flagged: [],
    },
    { from: 'made', form: department(culture), beside: { projects: [project('群众体育', '5', '5')] }, flagged: [] },
    { from: 'made', form: department(culture), beside: { projects: [] }, flagged: [] },
    { from: 'made', form: department(culture), flagged: [] },
  ],
  test({ form, beside }) {
    const { projects = [] } = beside
    if (projects.length === 0) return 'skip'
    const { tasks, withoutProject } = projectsBeside(form, projects)
    // Named after no project at all, its tasks are cut another way.
    if (tasks.length === 0) return 'skip'
    return answerOf([
      ...gather(tasks, ({ task, name, projects: own, budgeted, executed }) => [
        ...problem('budgeted', budgeted, `${task}.budgeted.total`, { name, count: own.length }),
        ...problem('executed', executed, `${task}.executed.total`, { name, count: own.length }),
      ]),
      // Where most tasks have no project they are cut another way, or the projects are not all there yet.
      ...(withoutProject.length > tasks.length ? [] : withoutProject).map((task): Problem => {
        const { name, budgeted } = form.tasks[Number(/\d+/.exec(task)![0])]!
        return {
          message: 'withoutProject',
          data: { name: name.raw, money: budgeted.total.raw },
          at: [`${task}.name`],
          certainty: 'review',
          severity: 'info',
        }
      }),
    ])
  },
}
