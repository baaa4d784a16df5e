/** Why something may not be done, in words. */

import type { Bilingual } from '../model/index.ts'
import type { Need } from './steps.ts'

export type RefusalCode = 'hidden' | 'role' | 'position' | 'step' | 'locked' | 'recalled' | Need

export const refusalTexts: Readonly<Record<RefusalCode, Bilingual>> = {
  hidden: { zh: '没有找到', en: 'not found' },
  role: { zh: '您的岗位没有这项权限', en: 'your post does not give this right' },
  position: { zh: '您的岗位对该单位没有这项权限', en: 'your post does not give this right over that unit' },
  step: { zh: '现在还不能或已不能办理这一步', en: 'this step cannot be taken at this stage' },
  locked: {
    zh: '表格已提交，内容已锁定；如需修改，请先退回',
    en: 'the form has been submitted and is locked; it must be returned to be changed',
  },
  recalled: { zh: '任务已撤回', en: 'the task has been recalled' },
  window: { zh: '不在填报时间内；如需补报，请申请延期', en: 'outside the days for filling in; ask for an extension' },
  noErrors: { zh: '还有错误未改正，也未说明原因', en: 'errors are left that are neither mended nor explained' },
  children: { zh: '下属单位的表还没有全部上报', en: 'not all forms of the units below have been passed on' },
  unwritten: {
    zh: '单位已经填写，不能再代录；请由单位自行修改',
    en: 'the unit has written in it: it is for the unit to change',
  },
  submitter: { zh: '只有提交人可以撤回', en: 'only whoever submitted it may withdraw it' },
  notAuthor: { zh: '不能审批自己填写或提交的表', en: 'nobody approves a form that he has written in or submitted' },
  freshHand: {
    zh: '前一步由您本人办理，须由另一人办理这一步',
    en: 'you took an earlier step; another person must take this one',
  },
  reason: { zh: '请写明原因', en: 'a reason must be given' },
  assigned: { zh: '这份表没有分派给您复核', en: 'this form was not given to you for review' },
  notReviewer: { zh: '复核人不能处理对自己复核意见的申诉和定案', en: 'a reviewer does not decide on his own review' },
  reviewersNamed: { zh: '请指定复核人', en: 'name the reviewers' },
  pointsNamed: { zh: '请逐项写明申诉的内容和理由', en: 'name each point of the appeal with its reason' },
  pointOpen: { zh: '没有这一项待答复的申诉', en: 'no such point of an appeal is open' },
  appealOpen: { zh: '申诉期已过', en: 'the time for appeal is over' },
  appealOver: {
    zh: '申诉期未满，单位也未认可复核结果',
    en: 'the time for appeal is not over and the unit has not agreed',
  },
  allConfirmed: { zh: '公开前检查还有未确认的事项', en: 'items of the check before publication are not confirmed yet' },
  otherThanClearer: { zh: '确认公开前检查的人不能自己公开', en: 'whoever cleared it does not publish it himself' },
  laterDay: { zh: '请给出今天之后的期限', en: 'give a last day after today' },
}
