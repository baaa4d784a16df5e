/** The form of a whole department against the forms of its projects: money task by task, and in all. */

import { toleranceOfSum } from '../../arithmetic/index.ts'
import { gather } from '../../model/gather.ts'
import { Exact, type Form, type MoneyUnit, type NumberCell, type Task } from '../../model/index.ts'
import { inTenThousands } from './ten-thousands.ts'
import { NEAR_SIMILARITY_PERCENT, similarityPercent, wordingOf } from './wording.ts'

/** 万元 as decimal texts; null where a figure or its unit is missing. */
export interface MoneyBeside {
  readonly department: string | null
  readonly projects: string | null
  /** Department − projects. */
  readonly difference: string | null
  /** Rounding of the printed figures explains the difference. */
  readonly explained: boolean
}

export interface TaskBeside {
  /** Path of the task in the department's form. */
  readonly task: string
  readonly name: string
  /** Indices of the projects of that name. */
  readonly projects: readonly number[]
  readonly budgeted: MoneyBeside
  readonly executed: MoneyBeside
}

export interface ProjectsBeside {
  readonly tasks: readonly TaskBeside[]
  /** Projects that no task of the department is called like. */
  readonly loose: readonly number[]
  /** Tasks with money that no project is called like; 基本支出 has none by its nature. */
  readonly withoutProject: readonly string[]
  /** All tasks that have a project against all projects. */
  readonly budgeted: MoneyBeside
  readonly executed: MoneyBeside
}

interface Amount {
  readonly raw: string
  readonly value: Exact
}

/** A figure in 万元 with a text that shows how precise it is; null where the figure or its unit is missing. */
function amountOf(cell: NumberCell | undefined, unit: MoneyUnit | null): Amount | null {
  const value = inTenThousands(cell?.value ?? null, unit)
  return value === null ? null : { raw: unit === '万元' ? cell!.raw : value.toString(), value }
}

function totalTask(form: Form): Task | undefined {
  return form.tasks.find(({ role }) => role === 'total')
}

function beside(department: Amount | null, projects: readonly (Amount | null)[]): MoneyBeside {
  const known = projects.filter((amount) => amount !== null)
  const isWhole = known.length === projects.length && projects.length > 0
  const sum = isWhole ? Exact.sum(known.map(({ value }) => value)) : null
  if (department === null || sum === null) {
    return {
      department: department?.value.toString() ?? null,
      projects: sum?.toString() ?? null,
      difference: null,
      explained: false,
    }
  }
  const difference = department.value.minus(sum)
  const tolerance = toleranceOfSum(
    known.map(({ raw }) => raw),
    department.raw,
  )
  return {
    department: department.value.toString(),
    projects: sum.toString(),
    difference: difference.toString(),
    explained: difference.isZero || difference.abs().lessThan(tolerance),
  }
}

function isCalled(task: string, project: string): boolean {
  const [one, other] = [wordingOf(task), wordingOf(project)]
  if (one.plain === '' || other.plain === '') return false
  if (one.plain === other.plain) return true
  return one.contrast === other.contrast && similarityPercent(one.grams, other.grams) >= NEAR_SIMILARITY_PERCENT
}

/** 基本支出 is no project. */
const NO_PROJECT = /基本支出|人员经费|公用经费/

/** Money of a department against its projects. Projects are told by their names; figures may be in any unit of money. */
export function projectsBeside(department: Form, projects: readonly Form[]): ProjectsBeside {
  const unit = department.moneyUnit.value
  const money = (form: Form, side: 'budgeted' | 'executed'): Amount | null =>
    amountOf(totalTask(form)?.[side].total, form.moneyUnit.value)
  const taken = new Set<number>()
  const withoutProject: string[] = []
  const tasks = gather(department.tasks, (task, index): TaskBeside[] => {
    if (task.role !== 'task') return []
    const own = gather(projects, (project, at) => {
      const isOwn = !taken.has(at) && isCalled(task.name.raw, project.project.raw)
      if (isOwn) taken.add(at)
      return isOwn ? [at] : []
    })
    const path = `tasks[${index}]`
    if (own.length === 0) {
      if (!NO_PROJECT.test(task.name.raw) && task.budgeted.total.value?.isPositive === true) withoutProject.push(path)
      return []
    }
    const side = (of: 'budgeted' | 'executed'): MoneyBeside =>
      beside(
        amountOf(task[of].total, unit),
        own.map((at) => money(projects[at]!, of)),
      )
    return [{ task: path, name: task.name.raw, projects: own, budgeted: side('budgeted'), executed: side('executed') }]
  })
  const all = (of: 'budgeted' | 'executed'): MoneyBeside => {
    const own = tasks.map(({ task }) => amountOf(department.tasks[Number(/\d+/.exec(task)![0])]![of].total, unit))
    const isWhole = own.length > 0 && own.every((amount) => amount !== null)
    const sum = isWhole ? Exact.sum(own.map((amount) => amount!.value)) : null
    return beside(
      sum === null ? null : { raw: sum.toString(), value: sum },
      [...taken].map((at) => money(projects[at]!, of)),
    )
  }
  return {
    tasks,
    loose: gather(projects, (_, at) => (taken.has(at) ? [] : [at])),
    withoutProject,
    budgeted: all('budgeted'),
    executed: all('executed'),
  }
}
