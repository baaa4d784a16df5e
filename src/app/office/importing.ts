/**
 * A file of any known format into a draft: read in bounded time and memory, shown with what must be confirmed, and taken
 * only when all of that was.
 */

import { createHash } from 'node:crypto'
import { type Draft, type DraftRow, draftOf as draftOfForm, type Edit } from '../../core/draft/index.ts'
import { approvedFor } from '../../core/insight/index.ts'
import type { Bilingual, Finding, Form, Recognition, SourceSpan } from '../../core/model/index.ts'
import { openTo } from '../../core/review/index.ts'
import type { Campaign, Filing } from '../../store/index.ts'
import { draftFromTargets } from '../draft-from-targets.ts'
import type { PageBox, PictureAsked } from '../page-picture.ts'
import { doGuarded } from '../work/guarded.ts'
import { filingInSight, lifeOf } from './access.ts'
import { draftOf } from './drafts.ts'
import { type EditResult, editFiling } from './edits.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { actorOf, type Viewer } from './viewer.ts'

export const importBytes = 30 * 1024 * 1024

export interface ToConfirm {
  readonly id: string
  readonly row: string
  readonly column: string
  readonly raw: string
  readonly text: Bilingual
  /** Where on the pages it was read; null for files without pages. */
  readonly at: PagePlace | null
  /** Other texts that the same strokes may be. */
  readonly alternatives: readonly string[]
}

/** A place on a page: of a scan, a photograph, a PDF. */
export interface PagePlace {
  readonly page: number
  readonly box: PageBox
}

export interface ImportedForm {
  readonly title: string
  readonly draft: Draft
  /** Read with doubt, or mended: a person must say that it is right. */
  readonly confirm: readonly ToConfirm[]
  readonly unread: readonly string[]
  /** The form of targets that the draft was begun from; null where it is a self-evaluation itself. */
  readonly targets: Draft | null
}

/** What a form of targets becomes a self-evaluation by. */
export type BegunBy = Pick<Campaign, 'layout' | 'edition'>

export interface Imported {
  /** Hash of the file, which is kept. */
  readonly upload: string
  readonly name: string
  readonly forms: readonly ImportedForm[]
  readonly findings: readonly Finding[]
}

function idOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

const doubtful: Bilingual = {
  zh: '由图像识别，把握不足，请核对原件',
  en: 'read from a picture with doubt: compare with the paper',
}
const unreadText: Bilingual = {
  zh: '这段文字没有归入任何一格，请确认可以略去',
  en: 'this text found no cell: confirm that it may be left out',
}
const SURE = 1

function placeOf(source: SourceSpan | undefined): PagePlace | null {
  return source?.kind === 'page' ? { page: source.page, box: source.box } : null
}

function confirmations(draft: Draft, { residue }: Recognition): ToConfirm[] {
  const rows: readonly DraftRow[] = [draft.head, ...draft.tasks, ...draft.goals, ...draft.indicators, ...draft.facts]
  const cells = rows.flatMap((row) =>
    Object.entries(row.marks ?? {}).flatMap(([column, { confidence, alternatives = [], origin }]): ToConfirm[] => {
      const isDoubtful = (confidence !== undefined && confidence < SURE) || alternatives.length > 0
      const raw = row.cells[column] ?? ''
      const id = idOf(row.id, column, raw)
      return isDoubtful ? [{ id, row: row.id, column, raw, text: doubtful, at: placeOf(origin), alternatives }] : []
    }),
  )
  const unread = residue.unread.map(
    ({ text, source }): ToConfirm => ({
      ...{ id: idOf('unread', text), row: 'head', column: '', raw: text, text: unreadText },
      ...{ at: placeOf(source), alternatives: [] },
    }),
  )
  return [...cells, ...unread]
}

/** A self-evaluation begun from a form of targets; doubts about the targets are shown by themselves, since their rows are others. */
function begunFrom(
  read: ImportedForm,
  form: Form,
  { layout, edition }: BegunBy,
  monitored: readonly Form[],
  nextId: () => string,
): { readonly form: ImportedForm | null; readonly findings: readonly Finding[] } {
  const monitoring = approvedFor(form, monitored)
  const begun = draftFromTargets(form, {
    layout,
    ...(edition === null ? {} : { edition }),
    ...(monitoring === null ? {} : { monitoring }),
  })
  const { findings } = begun
  if (begun.form === null) return { form: null, findings }
  const confirm = read.confirm.map((one): ToConfirm => ({ ...one, row: 'head', column: '' }))
  const draft = draftOfForm(begun.form, nextId, edition ?? undefined)
  return { form: { ...read, draft, confirm, targets: read.draft }, findings }
}

/**
 * Reads a file in bounded time and memory; `prefix` begins the ids of its rows. Forms of targets become self-evaluations that
 * begin with them, a monitoring form of the same file filling in what they leave open.
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  prefix: string,
  by: BegunBy,
): Promise<Pick<Imported, 'forms' | 'findings'>> {
  const { recognitions, findings: said } = await doGuarded('read', { bytes, name, options: {} })
  const findings: Finding[] = [...said]
  const isTargets = recognitions.some(({ form }) => form.stage === 'targets')
  const monitored = recognitions.flatMap(({ form }) => (form.stage === 'monitoring' ? [form] : []))
  const forms = recognitions.flatMap((recognition, index): ImportedForm[] => {
    const { form, residue } = recognition
    if (form.stage === 'monitoring' && isTargets) return []
    let rows = 0
    const nextId = () => `${prefix}-${index}-${++rows}`
    const draft = draftOfForm(form, nextId)
    const read: ImportedForm = {
      title: form.title.raw,
      draft,
      confirm: confirmations(draft, recognition),
      unread: residue.unread.map(({ text }) => text),
      targets: null,
    }
    if (form.stage === undefined) return [read]
    const begun = begunFrom(read, form, by, monitored, nextId)
    findings.push(...begun.findings)
    return begun.form === null ? [] : [begun.form]
  })
  return { forms, findings }
}

/** Reads a file and keeps it. Nothing is changed yet. Throws `not-found`, `too-large`, `unreadable`. */
export async function readImport(
  office: Office,
  viewer: Viewer,
  id: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Imported> {
  const { campaign } = await filingInSight(office, viewer, id)
  if (file.bytes.length === 0 || file.bytes.length > importBytes) throw new Problem('too-large')
  const upload = createHash('sha256').update(file.bytes).digest('hex')
  const { forms, findings } = await readBytes(file.bytes, file.name, upload.slice(0, 8), campaign)
  if (forms.length === 0) throw new Problem('unreadable', { findings })
  await office.store.files.put(file.bytes)
  return { upload, name: file.name, forms, findings }
}

async function uploaded(office: Office, upload: string): Promise<Buffer> {
  const stream = await office.store.files.open(upload)
  if (stream === null) throw new Problem('not-found')
  return Buffer.concat((await stream.toArray()) as Buffer[])
}

/** PNG of a page of a file that was read before, or of a part of it, drawn in bounded time and memory. Throws `not-found`. */
export async function importPicture(
  office: Office,
  viewer: Viewer,
  id: string,
  upload: string,
  picture: PictureAsked,
): Promise<Uint8Array> {
  await filingInSight(office, viewer, id)
  const bytes = await uploaded(office, upload)
  const { png } = await doGuarded('picture', { bytes, name: upload, options: { picture } })
  if (png === null) throw new Problem('not-found')
  return png
}

/** Edits that put one draft in the place of another: rows go, rows come, the head keeps its known names. */
function replacing(present: Draft, wanted: Draft): Edit[] {
  const edits: Edit[] = []
  for (const block of ['tasks', 'goals', 'indicators', 'facts'] as const) {
    for (const row of [...present[block]].reverse()) {
      const index = present[block].indexOf(row)
      edits.push({ kind: 'delete', block, after: present[block][index - 1]?.id ?? null, row })
    }
    let after: string | null = null
    for (const row of wanted[block]) {
      edits.push({ kind: 'insert', block, after, row })
      after = row.id
    }
  }
  for (const [column, to] of Object.entries(wanted.head.cells)) {
    const from = present.head.cells[column] ?? ''
    if (from === to || ['region', 'department', 'supervisor', 'implementer', 'fiscalYear'].includes(column)) continue
    edits.push({ kind: 'cell', row: 'head', column, from, to, mark: wanted.head.marks?.[column] ?? null })
  }
  return edits
}

/** Takes a form of a file that was read before. Throws `blocked` while something to confirm is missing. */
export async function applyImport(
  office: Office,
  viewer: Viewer,
  id: string,
  input: {
    readonly upload: string
    readonly name: string
    readonly form: number
    readonly confirmed: readonly string[]
  },
): Promise<EditResult> {
  const { filing, campaign } = await filingInSight(office, viewer, id)
  const bytes = await uploaded(office, input.upload)
  const { forms } = await readBytes(bytes, input.name, input.upload.slice(0, 8), campaign)
  const form = forms[input.form]
  if (form === undefined) throw new Problem('not-found')
  const open = form.confirm.filter((one) => !input.confirmed.includes(one.id))
  if (open.length > 0) throw new Problem('blocked', { detail: open.map((one) => one.id).join(' ') })
  return takeForm(office, viewer, filing, form, input.name)
}

/** A form that was read, all confirmed, in the place of the draft: one step that can be taken back. */
export async function takeForm(
  office: Office,
  viewer: Viewer,
  filing: Filing,
  form: ImportedForm,
  name: string,
): Promise<EditResult> {
  const present = await draftOf(office, office.store.database, filing)
  const isOwn = openTo(actorOf(viewer), lifeOf(filing)).includes('edit')
  return editFiling(
    office,
    viewer,
    filing.id,
    {
      edits: replacing(present, form.draft),
      basis: filing.revision,
      reason: `导入 ${name}`,
      // Taken in as they are: the form is held against them from now on.
      ...(form.targets === null ? {} : { approved: form.targets }),
    },
    'import',
    isOwn ? 'edit' : 'takeIn',
  )
}

/** What a new year starts from: names, weights and targets; never actual values, scores or reasons. */
const copied: ReadonlySet<string> = new Set([
  'level1',
  'level1Points',
  'level2',
  'level2Points',
  'name',
  'attribute',
  'unit',
  'target',
  'weight',
])
const copiedTask: ReadonlySet<string> = new Set(['name', 'content'])

function withCells(row: DraftRow, id: string, columns: ReadonlySet<string>): DraftRow {
  const cells = Object.fromEntries(Object.entries(row.cells).filter(([column]) => columns.has(column)))
  return { id, cells, ...(row.role === undefined ? {} : { role: row.role }) }
}

/** Last year's rows into this year's form. Throws `not-found` where there is no form of the year before. */
export async function copyLastYear(office: Office, viewer: Viewer, id: string): Promise<EditResult> {
  const { filing } = await filingInSight(office, viewer, id)
  const { database } = office.store
  const before = await database
    .selectFrom('filing')
    .select('id')
    .where('region', '=', filing.region)
    .where('organisation', '=', filing.organisation)
    .where('fiscal_year', '=', filing.fiscal_year - 1)
    .where('kind', '=', filing.kind)
    .$if(filing.kind === 'project', (query) => query.where('title', '=', filing.title))
    .executeTakeFirst()
  if (before === undefined) throw new Problem('not-found')
  const { filing: last } = await filingInSight(office, viewer, before.id)
  const [old, present] = await Promise.all([draftOf(office, database, last), draftOf(office, database, filing)])
  const prefix = `y${last.fiscal_year}`
  const wanted: Draft = {
    ...present,
    tasks: old.tasks.map((row, index) => withCells(row, `${prefix}-t${index}-${filing.revision}`, copiedTask)),
    indicators: old.indicators.map((row, index) => withCells(row, `${prefix}-i${index}-${filing.revision}`, copied)),
  }
  return editFiling(
    office,
    viewer,
    id,
    { edits: replacing(present, wanted), basis: filing.revision, reason: `复制 ${last.fiscal_year} 年度` },
    'copy',
  )
}
