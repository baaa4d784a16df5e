/** Pages on the life cycle: every step, and what each role may do from each position at each stage. */

import {
  type Circumstances,
  campaignEventNames,
  campaignStageNames,
  campaignSteps,
  type EventKind,
  eventKinds,
  eventNames,
  type FilingState,
  type LifeEvent,
  mayDo,
  type OrganisationRef,
  type Position,
  type Post,
  positionNames,
  positions,
  type RefusalCode,
  type Role,
  refusalTexts,
  roleNames,
  roles,
  type Stage,
  stageNames,
  stages,
  steps,
} from '../../src/core/review/index.ts'
import { table } from './markdown.ts'

const unit: OrganisationRef = { region: '440000', path: ['bureau', 'department', 'unit'] }

const seenFrom: Readonly<Record<Position, OrganisationRef>> = {
  own: unit,
  below: { region: '440000', path: ['bureau'] },
  elsewhere: { region: '440000', path: ['bureau', 'another'] },
  otherRegion: { region: '110000', path: ['bureau'] },
}

const around: Circumstances = {
  today: '2025-03-10',
  opens: '2025-03-01',
  closes: '2025-03-31',
  children: [],
  unexplainedErrors: 0,
  unconfirmedItems: 0,
}

/** A filing at a stage for which every need of the event is met by the person 'me'. */
function favourable(stage: Stage, event: EventKind): FilingState {
  const needs = steps.filter((step) => step.event === event && step.from.includes(stage)).flatMap((step) => step.needs)
  const isReviewer = !needs.includes('notReviewer')
  return {
    stage,
    round: 0,
    supervised: true,
    authors: needs.includes('unwritten') ? [] : ['author'],
    hands: { submit: event === 'withdraw' ? 'me' : 'author', checkPublication: 'clearer' },
    reviewers: isReviewer ? ['me'] : ['reviewer'],
    points: [{ row: 'r1', reason: '数据有误', answer: null }],
    extendedTo: null,
    appealUntil: event === 'finalise' ? '2025-03-09' : '2025-03-20',
    rectifyUntil: '2025-04-30',
  }
}

function eventOf(kind: EventKind): LifeEvent {
  return {
    kind,
    by: 'me',
    reason: '原因',
    until: '2025-04-30',
    reviewers: ['reviewer'],
    points: [{ row: 'r1', reason: '数据有误' }],
    row: 'r1',
    answer: 'dismissed',
  } as LifeEvent
}

/** What is said to a person of this role and position, where everything else speaks for it. */
export function decided(role: Role, position: Position, stage: Stage, event: EventKind): 'allowed' | RefusalCode {
  const post: Post = { role, organisation: seenFrom[position] }
  const actor = role === 'public' ? { person: null, posts: [] } : { person: 'me', posts: [post] }
  const decision = mayDo(actor, { organisation: unit, state: favourable(stage, event) }, eventOf(event), around)
  return decision.allowed ? 'allowed' : decision.code
}

/** Events that are allowed, in the order of the life cycle. */
export function allowedEvents(role: Role, position: Position, stage: Stage): readonly EventKind[] {
  return eventKinds.filter((event) => decided(role, position, stage, event) === 'allowed')
}

function rolePage(role: Role): string {
  const rows = stages.map((stage) => [
    `\`${stage}\` ${stageNames[stage].zh}`,
    ...positions.map((position) => {
      const events = allowedEvents(role, position, stage)
      return events.length === 0 ? '—' : events.map((event) => `\`${event}\` ${eventNames[event].zh}`).join('\n')
    }),
  ])
  return [
    `# ${roleNames[role].zh} · ${roleNames[role].en}`,
    `\`${role}\`: 按所在位置和表的状态可以办理的事项（其他条件均具备时）；未列出的一律拒绝。What this role may do, by where the form's unit stands and by stage, where everything else speaks for it; what is not listed is refused.`,
    table(['状态 · stage', ...positions.map((position) => `${positionNames[position].zh} · ${position}`)], rows),
  ].join('\n\n')
}

function stepRows(): string[][] {
  return steps.map(({ event, from, to, rights, needs }) => [
    `\`${event}\` ${eventNames[event].zh}`,
    from.length > 12 ? `${from.length}个状态` : from.map((stage) => stageNames[stage].zh).join('、'),
    to === null ? '不变' : stageNames[to].zh,
    rights
      .map(
        ({ role, positions: seen }) =>
          `${roleNames[role].zh}（${seen.map((one) => positionNames[one].zh).join('、')}）`,
      )
      .join('；'),
    needs.map((need) => `\`${need}\``).join(' '),
  ])
}

function readme(): string {
  return [
    '# 办理流程 · Life cycle',
    '一份表从下达到公开的每一步；表中没有的步骤不能发生。单位与财政部门之间没有主管部门的，单位审批通过后直接进入财政业务科室初审。',
    'Every step of a form from its issue to its publication; what stands in no line cannot happen. Where no department stands between the unit and the bureau, approval leads to the budget office at once.',
    table(['事项 · event', '从 · from', '到 · to', '由 · by', '条件 · needs'], stepRows()),
    '## 角色 · Roles',
    roles.map((role) => `- [${roleNames[role].zh} · ${roleNames[role].en}](${role}.md)`).join('\n'),
    '## 拒绝的理由 · Refusals',
    table(
      ['code', '中文', 'English'],
      Object.entries(refusalTexts).map(([code, { zh, en }]) => [`\`${code}\``, zh, en]),
    ),
    '## 自评工作 · Campaign',
    '由本级财政绩效科室办理。Run by the performance office of the bureau.',
    table(
      ['事项 · event', '从 · from', '到 · to'],
      campaignSteps.map(({ event, from, to }) => [
        `\`${event}\` ${campaignEventNames[event].zh}`,
        campaignStageNames[from].zh,
        to === null ? '不变' : campaignStageNames[to].zh,
      ]),
    ),
  ].join('\n\n')
}

export function reviewPages(): ReadonlyMap<string, string> {
  return new Map([
    ['review/README.md', readme()],
    ...roles.map((role) => [`review/${role}.md`, rolePage(role)] as const),
  ])
}
