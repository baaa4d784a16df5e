/** Who the demo bureau is made of: forty departments of a place that does not exist, and an account for every role. */

import { type Topic, topics } from './forms/business.ts'

export const demoRegion = { code: '999900', name: '云溪市（演示）', parent: null } as const
/** As the forms name it. */
export const demoPlace = '云溪市'
export const demoPassword = 'ziping-demo-2026'
export const demoYears: readonly number[] = [2021, 2022, 2023]
export const demoLayout = 'shenzhen-department'
export const demoEdition = 'shenzhen-department-2021'

export interface PlannedDepartment {
  readonly name: string
  readonly topics: readonly Topic[]
}

const ordinals = [
  '东湖',
  '西桥',
  '南塘',
  '北岭',
  '中山',
  '长安',
  '桃园',
  '松林',
  '柳溪',
  '石井',
  '新城',
  '老街',
  '河口',
  '沙洲',
  '竹山',
  '梅岗',
  '云台',
  '凤鸣',
  '龙泉',
  '青石',
  '白沙',
  '金沙',
  '玉泉',
  '平湖',
]
const DEPARTMENTS = 39

/** The bureaus of the stock, then street offices, each with business of three bureaus. */
export function plannedDepartments(): readonly PlannedDepartment[] {
  const names = [...new Set(topics.map(({ department }) => department))]
  const bureaus = names.map((name) => ({
    name: `${demoPlace}${name}`,
    topics: topics.filter(({ department }) => department === name),
  }))
  const streets = ordinals.map((name, index) => ({
    name: `${demoPlace}${name}街道办事处`,
    topics: [0, 1, 2].map((step) => topics[(index * 5 + step * 17) % topics.length]!),
  }))
  return [...bureaus, ...streets].slice(0, DEPARTMENTS)
}

/** The published form that the product came from stands among them. */
export const sampleDepartment = '深圳市光明区群团工作部（公开样表）'

export interface DemoAccount {
  readonly login: string
  readonly name: string
  readonly role: string
  readonly at: 'bureau' | 'sample' | 'firm'
}

export const demoAccounts: readonly DemoAccount[] = [
  { login: 'tianbao', name: '填报人（演示）', role: 'clerk', at: 'sample' },
  { login: 'caiwu', name: '财务汇总人（演示）', role: 'financeOfficer', at: 'sample' },
  { login: 'fuze', name: '单位负责人（演示）', role: 'unitHead', at: 'sample' },
  { login: 'yewu', name: '财政业务科室（演示）', role: 'budgetOfficer', at: 'bureau' },
  { login: 'jixiao', name: '财政绩效科室（演示）', role: 'performanceOfficer', at: 'bureau' },
  { login: 'dingan', name: '财政绩效科室二（演示）', role: 'performanceOfficer', at: 'bureau' },
  { login: 'fuhe', name: '第三方复核（演示）', role: 'thirdPartyReviewer', at: 'firm' },
  { login: 'guanli', name: '财政局管理员（演示）', role: 'administrator', at: 'bureau' },
]
