/**
 * A file of any known format into a draft: read in bounded time and memory, shown with what must be confirmed, and taken
 * only when all of that was.
 */

import { createHash } from 'node:crypto'
import { type Draft, type DraftRow, draftOf as draftOfForm, replacing } from '../../core/draft/index.ts'
import { approvedFor } from '../../core/insight/index.ts'
import type { Bilingual, Finding, Form, Recognition, SourceSpan } from '../../core/model/index.ts'
import { openTo } from '../../core/review/index.ts'
import { type Campaign, endWaiting, type Filing, waitingImports } from '../../store/index.ts'
import { draftFromTargets } from '../draft-from-targets.ts'
import type { PageBox, PictureAsked } from '../page-picture.ts'
import { doGuarded } from '../work/guarded.ts'
import { filingInSight, type Known, lifeOf } from './access.ts'
import { draftOf } from './drafts.ts'
import { type EditResult, editFiling } from './edits.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { forgetReading, readOnce } from './readings.ts'
import { sealedUpload, uploadedBytes, uploadHash } from './uploads.ts'
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
  /** What the kept file is taken and looked at by, by the same person in the same form. */
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
  const { filing, campaign } = await filingInSight(office, viewer, id)
  if (file.bytes.length === 0 || file.bytes.length > importBytes) throw new Problem('too-large')
  const hash = createHash('sha256').update(file.bytes).digest('hex')
  const { name } = file
  const { forms, findings } = await readOnce(office, readingKey(viewer, id, { hash, name }, campaign), () =>
    readBytes(file.bytes, name, hash.slice(0, 8), campaign),
  )
  if (forms.length === 0) throw new Problem('unreadable', { findings })
  await office.store.files.put(file.bytes)
  return { upload: sealedUpload(office, viewer, filing, hash), name, forms, findings }
}

interface KeptFile {
  /** Of its bytes. */
  readonly hash: string
  readonly name: string
}

/** What a reading hangs on: whose it is, of which form, which bytes under which name, and what a form of targets is begun by. */
function readingKey(
  viewer: Viewer,
  filing: string,
  { hash, name }: KeptFile,
  { layout, edition }: BegunBy,
): readonly (string | null)[] {
  return [filing, viewer.person.id, hash, name, layout, edition]
}

/** Reads a file that was kept before. Throws `not-found`, `unreadable`. */
async function readKept(
  office: Office,
  viewer: Viewer,
  { filing, campaign }: Known,
  file: KeptFile,
): Promise<Imported> {
  const { hash, name } = file
  const { forms, findings } = await readOnce(office, readingKey(viewer, filing.id, file, campaign), async () =>
    readBytes(await uploadedBytes(office, hash), name, hash.slice(0, 8), campaign),
  )
  if (forms.length === 0) throw new Problem('unreadable', { findings })
  return { upload: sealedUpload(office, viewer, filing, hash), name, forms, findings }
}

/** A file of a bulk import that found its form and was read with doubt. */
export interface WaitingImport {
  /** Hash of its bytes. */
  readonly upload: string
  readonly name: string
  /** How many places are to be confirmed. */
  readonly doubts: number
}

/** What a bulk import left to be confirmed for a form. Throws `not-found`. */
export async function importsWaiting(office: Office, viewer: Viewer, id: string): Promise<WaitingImport[]> {
  const { filing } = await filingInSight(office, viewer, id)
  const found = await waitingImports(office.store.database, filing)
  return found.flatMap(({ name, file, detail }) => {
    return file === null ? [] : [{ upload: file, name, doubts: Number(detail) }]
  })
}

/** Reads a file that waits for a form to be confirmed, and no other. Throws `not-found`, `unreadable`. */
export async function readWaiting(office: Office, viewer: Viewer, id: string, upload: string): Promise<Imported> {
  const waiting = (await importsWaiting(office, viewer, id)).find((each) => each.upload === upload)
  if (waiting === undefined) throw new Problem('not-found')
  return readKept(office, viewer, await filingInSight(office, viewer, id), { hash: upload, name: waiting.name })
}

/** PNG of a page of a file that the viewer read for the form, or of a part of it, drawn in bounded time and memory. Throws `not-found`. */
export async function importPicture(
  office: Office,
  viewer: Viewer,
  id: string,
  upload: string,
  picture: PictureAsked,
): Promise<Uint8Array> {
  const { filing } = await filingInSight(office, viewer, id)
  const hash = uploadHash(office, viewer, filing, upload)
  const bytes = await uploadedBytes(office, hash)
  const { png } = await doGuarded('picture', { bytes, name: hash, options: { picture } })
  if (png === null) throw new Problem('not-found')
  return png
}

/** Takes a form of a file that the viewer read for it. Throws `not-found`; `blocked` while something to confirm is missing. */
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
  const known = await filingInSight(office, viewer, id)
  const { filing, campaign } = known
  const file = { hash: uploadHash(office, viewer, filing, input.upload), name: input.name }
  const { forms } = await readKept(office, viewer, known, file)
  const form = forms[input.form]
  if (form === undefined) throw new Problem('not-found')
  const open = form.confirm.filter((one) => !input.confirmed.includes(one.id))
  if (open.length > 0) throw new Problem('blocked', { detail: open.map((one) => one.id).join(' ') })
  const result = await takeForm(office, viewer, filing, form, input.name)
  forgetReading(office, readingKey(viewer, id, file, campaign))
  await endWaiting(office.store.database, filing, file.hash)
  return result
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
