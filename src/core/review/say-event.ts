/** Events of the record in words, Chinese and English. Whatever is stored can be said; nothing here throws. */

import { gather } from '../model/gather.ts'
import type { Bilingual } from '../model/index.ts'
import { campaignEventNames } from './campaign.ts'
import { columnName } from './column-names.ts'
import { phraseById } from './phrases.ts'
import type { RecordKind } from './record.ts'
import { EXECUTION } from './review-sheet.ts'
import { type Role, roleNames } from './roles.ts'
import { type EventKind, eventNames, stageNames } from './stages.ts'

/** Names of what events have ids of, as they are called now; an id that nobody knows stands for itself. */
export interface Names {
  readonly row?: (id: string) => string | undefined
  readonly person?: (id: string) => string | undefined
  readonly organisation?: (id: string) => string | undefined
}

type Data = Readonly<Record<string, unknown>>

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

function both(zh: string, en: string): Bilingual {
  return { zh, en }
}

function quoted(value: unknown): Bilingual {
  const text = textOf(value)
  const short = text.length > 80 ? `${text.slice(0, 80)}…` : text
  return short === '' ? both('（空）', '(empty)') : both(`“${short}”`, `“${short}”`)
}

function named(of: ((id: string) => string | undefined) | undefined, id: unknown): string {
  const text = textOf(id)
  return of?.(text) ?? text
}

function rowName(id: unknown, { row }: Names): Bilingual {
  if (id === 'head') return both('表头', 'head of the form')
  if (id === EXECUTION) return both('预算执行', 'execution')
  const name = named(row, id)
  return both(`“${name}”`, `“${name}”`)
}

/** The name that stands in a row that came or went. */
function ownName(row: unknown): string {
  const cells = isData(row) && isData(row.cells) ? row.cells : {}
  return textOf(cells.name) || textOf(cells.stated) || textOf(cells.label)
}

const blockNames: Readonly<Record<string, Bilingual>> = {
  tasks: both('任务', 'task'),
  goals: both('目标', 'goal'),
  indicators: both('指标', 'indicator'),
  facts: both('栏目', 'text'),
}

function sayEdit(edit: unknown, names: Names): Bilingual {
  if (!isData(edit)) return both('', '')
  const row = rowName(edit.row, names)
  const block = blockNames[textOf(edit.block)] ?? both('行', 'row')
  switch (edit.kind) {
    case 'cell': {
      const column = columnName(textOf(edit.column))
      const [from, to] = [quoted(edit.from), quoted(edit.to)]
      return edit.from === edit.to
        ? both(`确认${row.zh}的${column.zh}${to.zh}`, `confirmed ${column.en} of ${row.en}: ${to.en}`)
        : both(
            `${row.zh}的${column.zh}由${from.zh}改为${to.zh}`,
            `${column.en} of ${row.en} from ${from.en} to ${to.en}`,
          )
    }
    case 'insert': {
      const name = quoted(ownName(edit.row))
      return both(`增加${block.zh}${name.zh}`, `added ${block.en} ${name.en}`)
    }
    case 'delete': {
      const name = quoted(ownName(edit.row))
      return both(`删除${block.zh}${name.zh}`, `deleted ${block.en} ${name.en}`)
    }
    case 'move':
      return both(`移动${block.zh}${row.zh}`, `moved ${block.en} ${row.en}`)
    case 'role':
      return both(`改变${row.zh}的行别`, `changed what ${row.en} is`)
    case 'lock':
      return both(`锁定或解锁${row.zh}的执行数`, `locked or unlocked figures of ${row.en}`)
    default:
      return both('', '')
  }
}

/** So many changes of a batch are said one by one. */
const MOST_SAID = 5

const ways: Readonly<Record<string, Bilingual>> = {
  typed: both('', ''),
  undo: both('撤销：', 'undone: '),
  redo: both('恢复：', 'done again: '),
  import: both('导入文件：', 'imported from a file: '),
  copy: both('复制上年：', 'copied from last year: '),
  execution: both('统一填列执行数：', 'execution figures filled in: '),
}

function sayEdits(event: Data, names: Names): Bilingual {
  const edits = Array.isArray(event.edits) ? event.edits : []
  if (edits.length === 0) return eventNames.edit
  const said = edits.slice(0, MOST_SAID).map((edit) => sayEdit(edit, names))
  const way = ways[textOf(event.way)] ?? both('', '')
  const more = edits.length > MOST_SAID
  return both(
    `${way.zh}${said.map(({ zh }) => zh).join('；')}${more ? `；等共${edits.length}处` : ''}`,
    `${way.en}${said.map(({ en }) => en).join('; ')}${more ? `; ${edits.length} changes in all` : ''}`,
  )
}

function sayStep(event: Data): Bilingual {
  const name = eventNames[event.kind as EventKind]
  const to = stageNames[event.to as keyof typeof stageNames]
  const isMove = to !== undefined && event.from !== event.to
  return both(isMove ? `${name.zh}，转为“${to.zh}”` : name.zh, isMove ? `${name.en}; now ${to.en}` : name.en)
}

function sayAssessment(event: Data, names: Names): Bilingual {
  const row = rowName(event.row, names)
  const [from, to] = [quoted(event.from), quoted(event.to)]
  const phrase = phraseById(textOf(event.phrase))
  return both(
    `${row.zh}的复核得分由${from.zh}改为${to.zh}${phrase === undefined ? '' : `（${phrase.title.zh}）`}`,
    `reviewed score of ${row.en} from ${from.en} to ${to.en}${phrase === undefined ? '' : ` (${phrase.title.en})`}`,
  )
}

function sayRoles(roles: unknown): Bilingual {
  const names = gather(Array.isArray(roles) ? roles : [], (seat) => {
    const name = isData(seat) ? roleNames[seat.role as Role] : undefined
    return name === undefined ? [] : [name]
  })
  if (names.length === 0) return both('', '')
  return both(`，岗位：${names.map(({ zh }) => zh).join('、')}`, `; posts: ${names.map(({ en }) => en).join(', ')}`)
}

function sayState(event: Data): Bilingual {
  if (event.active === false) return both('，停用', '; no longer active')
  return event.active === true ? both('，启用', '; active') : both('', '')
}

const jobNames: Readonly<Record<string, Bilingual>> = {
  import: both('成批导入', 'began to import many files'),
  print: both('成批打印', 'began to print many forms'),
  nudge: both('催办', 'nudged those who have not submitted'),
}

type Sayer = (event: Data, names: Names) => Bilingual

function plain(zh: string, en: string): Sayer {
  return () => both(zh, en)
}

/** `what` of an event behind a verb: 上传佐证“…”. */
function about(zh: string, en: string, member: string): Sayer {
  return (event) => {
    const what = quoted(event[member])
    return both(`${zh}${what.zh}`, `${en} ${what.en}`)
  }
}

function aboutPerson(zh: string, en: string): Sayer {
  return (event, { person }) => {
    const name = named(person, event.person)
    const [roles, state] = [sayRoles(event.roles), sayState(event)]
    return both(`${zh}“${name}”${roles.zh}${state.zh}`, `${en} “${name}”${roles.en}${state.en}`)
  }
}

const sayers: Readonly<Record<Exclude<RecordKind, EventKind> | 'edit' | 'assess' | 'comment', Sayer>> = {
  edit: sayEdits,
  assess: sayAssessment,
  comment: about('批注', 'commented', 'text'),
  resolveComment: plain('批注已处理', 'settled a comment'),
  addEvidence: about('上传佐证', 'added evidence', 'name'),
  dropEvidence: about('删除佐证', 'removed evidence', 'name'),
  issue: about('下达', 'issued', 'title'),
  addCampaign: about('新建自评工作', 'prepared the campaign', 'title'),
  changeCampaign: (event) => {
    const days = [textOf(event.opens), textOf(event.closes)]
    const said = days.every((day) => day === '') ? '' : ` ${days[0]}–${days[1]}`
    const title = textOf(event.title)
    return both(`修改自评工作${title}${said}`, `changed the campaign ${title}${said}`.trimEnd())
  },
  campaign: (event) =>
    campaignEventNames[event.event as keyof typeof campaignEventNames] ?? both('自评工作', 'campaign'),
  addPerson: (event) => {
    const [name, roles] = [quoted(event.name), sayRoles(event.roles)]
    return both(`新增人员${name.zh}${roles.zh}`, `added the person ${name.en}${roles.en}`)
  },
  changePerson: aboutPerson('修改人员', 'changed the person'),
  resetPassword: aboutPerson('重置密码', 'reset the password of'),
  changePassword: aboutPerson('修改密码', 'changed the password of'),
  handOver: (event, { person }) => {
    const [from, to] = [named(person, event.from), named(person, event.to)]
    return both(`“${from}”的工作移交给“${to}”`, `the work of “${from}” was handed over to “${to}”`)
  },
  addOrganisation: about('新增单位', 'added the organisation', 'name'),
  changeOrganisation: (event, { organisation }) => {
    const name = textOf(event.name) || named(organisation, event.organisation)
    const state = sayState(event)
    return both(`修改单位“${name}”${state.zh}`, `changed the organisation “${name}”${state.en}`)
  },
  loadRegions: (event) => both(`载入${textOf(event.count)}个地区`, `loaded ${textOf(event.count)} regions`),
  startJob: (event) => {
    const job = jobNames[textOf(event.job)] ?? both('成批处理', 'work on many forms')
    return both(`${job.zh}（${textOf(event.parts)}项）`, `${job.en} (${textOf(event.parts)} parts)`)
  },
  signIn: plain('登录', 'signed in'),
  setUp: plain('初次设置', 'set up'),
  backup: plain('备份', 'made a backup'),
  restore: plain('恢复备份', 'restored a backup'),
}

function withReason(said: Bilingual, event: Data): Bilingual {
  const reason = textOf(event.reason).trim()
  const until = textOf(event.until)
  const day = until === '' ? said : both(`${said.zh}，期限${until}`, `${said.en}, until ${until}`)
  return reason === '' ? day : both(`${day.zh}。原因：${reason}`, `${day.en}. Reason: ${reason}`)
}

/** What happened, in words. An event of a kind that is not known says its kind. */
export function sayEvent(event: unknown, names: Names = {}): Bilingual {
  if (!isData(event)) return both('（无法识别的记录）', '(an entry that cannot be read)')
  const kind = textOf(event.kind)
  if (Object.hasOwn(sayers, kind)) return withReason(sayers[kind as keyof typeof sayers](event, names), event)
  if (Object.hasOwn(eventNames, kind)) return withReason(sayStep(event), event)
  return withReason(both(`（${kind}）`, `(${kind})`), event)
}
