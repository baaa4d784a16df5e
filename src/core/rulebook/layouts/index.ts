/** Every layout of the rulebook. A new one is one file here and one line below. */

import type { Layout } from '../layout.ts'
import { layout as anhuiDepartment } from './anhui-department.ts'
import { layout as anhuiProject } from './anhui-project.ts'
import { layout as approvedProjectTargets } from './approved-project-targets.ts'
import { layout as beijingProject } from './beijing-project.ts'
import { layout as chongqingDepartment } from './chongqing-department.ts'
import { layout as departmentTargets } from './department-targets.ts'
import { layout as explainedProject } from './explained-project.ts'
import { layout as guangxiDepartment } from './guangxi-department.ts'
import { layout as hebeiProject } from './hebei-project.ts'
import { layout as hubeiDepartmentTargets } from './hubei-department-targets.ts'
import { layout as hubeiProject } from './hubei-project.ts'
import { layout as nationalProject } from './national-project.ts'
import { layout as plainProject } from './plain-project.ts'
import { layout as projectMonitoring } from './project-monitoring.ts'
import { layout as projectTargets } from './project-targets.ts'
import { layout as reviewSheet } from './review-sheet.ts'
import { layout as reviewedDepartment } from './reviewed-department.ts'
import { layout as shenzhenDepartment } from './shenzhen-department.ts'
import { layout as sichuanProject } from './sichuan-project.ts'
import { layout as splitTargetProject } from './split-target-project.ts'
import { layout as surveyedProject } from './surveyed-project.ts'
import { layout as transferPayment } from './transfer-payment.ts'
import { layout as weightFirstProject } from './weight-first-project.ts'
import { layout as xinjiangProject } from './xinjiang-project.ts'

export const layouts: readonly Layout[] = [
  shenzhenDepartment,
  nationalProject,
  splitTargetProject,
  weightFirstProject,
  sichuanProject,
  hubeiProject,
  transferPayment,
  chongqingDepartment,
  hebeiProject,
  xinjiangProject,
  plainProject,
  reviewedDepartment,
  explainedProject,
  guangxiDepartment,
  anhuiDepartment,
  anhuiProject,
  beijingProject,
  reviewSheet,
  surveyedProject,
  departmentTargets,
  hubeiDepartmentTargets,
  projectTargets,
  approvedProjectTargets,
  projectMonitoring,
]

export function layoutById(id: string): Layout | undefined {
  return layouts.find((layout) => layout.id === id)
}
