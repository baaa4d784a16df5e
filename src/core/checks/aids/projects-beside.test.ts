import { describe, expect, it } from 'vitest'
import type { Form } from '../../model/index.ts'
import { formFromSketch } from '../../recognise/index.ts'
import { projectsBeside } from './projects-beside.ts'

function project(name: string, budgeted: string, executed: string, moneyUnit = '万元'): Form {
  return formFromSketch({
    kind: 'project',
    project: name,
    moneyUnit,
    tasks: [{ row: 'total', name: '年度资金总额', budgeted, executed }],
  })
}

const department = formFromSketch({
  moneyUnit: '万元',
  tasks: [
    { name: '基本支出', budgeted: '500', executed: '490' },
    { row: 'group', name: '项目支出' },
    { name: '道路养护工作经费', budgeted: '100.00', executed: '90.00' },
    { name: '志愿服务经费', budgeted: '50.00', executed: '40.00' },
    { name: '宣传经费', budgeted: '7', executed: '7' },
    { name: '没有钱的任务' },
    { row: 'total', name: '金额合计', budgeted: '657', executed: '627' },
  ],
})

describe('a department beside its projects', () => {
  it('is compared task by task, by name and wording, in any unit of money', () => {
    const found = projectsBeside(department, [
      project('道路养护的工作经费', '1000000', '900000', '元'),
      project('志愿服务经费', '30.004', '25'),
      project('志愿服务经费', '20.00', '14'),
      project('无人认领', '5', '5'),
    ])
    expect(
      found.tasks.map(({ task, projects, budgeted, executed }) => [
        task,
        projects,
        budgeted.difference,
        budgeted.explained,
        executed.difference,
        executed.explained,
      ]),
    ).toEqual([
      ['tasks[2]', [0], '0', true, '0', true],
      ['tasks[3]', [1, 2], '-0.004', true, '1', false],
    ])
    expect(found.loose).toEqual([3])
    expect(found.withoutProject).toEqual(['tasks[4]'])
    expect(found.budgeted).toEqual({ department: '150', projects: '150.004', difference: '-0.004', explained: true })
    expect(found.executed).toMatchObject({ department: '130', projects: '129', difference: '1' })
  })

  it('is not compared where a figure or its unit is missing', () => {
    const [task] = projectsBeside(department, [project('宣传经费', '', '7')]).tasks
    expect(task!.budgeted).toEqual({ department: '7', projects: null, difference: null, explained: false })
    expect(projectsBeside(department, [project('宣传经费', '7', '7', '')]).executed.difference).toBeNull()
    const bare = formFromSketch({ tasks: [{ name: '宣传经费', budgeted: '7', executed: '7' }] })
    const found = projectsBeside(bare, [formFromSketch({ project: '宣传经费', moneyUnit: '万元' })])
    expect(found.tasks[0]!.budgeted).toEqual({ department: null, projects: null, difference: null, explained: false })
    expect(found.budgeted.difference).toBeNull()
  })

  it('without projects has its tasks without any', () => {
    const found = projectsBeside(department, [])
    expect(found.tasks).toEqual([])
    expect(found.withoutProject).toEqual(['tasks[2]', 'tasks[3]', 'tasks[4]'])
    expect(projectsBeside(department, [project('', '1', '1')]).loose).toEqual([0])
  })
})
