/** Many files into the drafts of a campaign: each finds its form by the names it bears. */

import { Buffer } from 'node:buffer'
import { type Filing, listFilings, listOrganisations } from '../../../store/index.ts'
import { isArchive, walkArchive } from '../../many/archive.ts'
import { campaignOf } from '../campaigns.ts'
import { type ImportedForm, importBytes, readBytes, takeForm } from '../importing.ts'
import type { Office } from '../office.ts'
import { Problem } from '../problem.ts'
import { sightOf, type Viewer } from '../viewer.ts'
import { endPart, type PartEnd, type RunPart } from './part.ts'

/** One file, or those of an archive, kept for the job. Throws `too-large`, `unreadable` where there is none. */
export async function keepFiles(
  office: Office,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ readonly name: string; readonly file: string }[]> {
  const kept: { name: string; file: string }[] = []
  const put = async (path: string, content: Uint8Array) => {
    if (content.length === 0 || content.length > importBytes) throw new Problem('too-large', { detail: path })
    kept.push({ name: path, file: await office.store.jobFiles.put(content) })
  }
  if (!isArchive(bytes)) await put(name, bytes)
  else
    for (const source of walkArchive(bytes, name)) {
      // What is no file to read (another archive's kind, a hidden file) is told as a part that failed.
      if (source.kind === 'file') await put(source.path, source.bytes)
      else if (source.kind === 'refused') kept.push({ name: source.path, file: '' })
    }
  if (kept.length === 0) throw new Problem('unreadable')
  return kept
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** The filing that a form is of: by the project's name, else by the unit's. */
async function filingFor(
  office: Office,
  viewer: Viewer,
  campaign: string,
  { draft }: ImportedForm,
): Promise<Filing | null> {
  const { database } = office.store
  const { region } = viewer.person
  const filings = await listFilings(database, { region, sight: sightOf(viewer), campaign })
  const names = new Map((await listOrganisations(database, { region })).map(({ id, name }) => [id, bare(name)]))
  const said = (column: string) => bare(draft.head.cells[column] ?? '')
  const project = said('project')
  if (project !== '') {
    const unit = said('implementer')
    const same = filings.filter(({ title }) => bare(title) === project)
    return same.find(({ organisation }) => names.get(organisation) === unit) ?? (same.length === 1 ? same[0]! : null)
  }
  const unit = said('department')
  return unit === '' ? null : (filings.find(({ organisation }) => names.get(organisation) === unit) ?? null)
}

export const importPart: RunPart = async ({ office, viewer, job, item }) => {
  if (viewer === null) throw new Problem('forbidden')
  const stream = item.file === null ? null : await office.store.jobFiles.open(item.file)
  if (stream === null) throw new Problem('unsupported-type')
  const bytes = Buffer.concat((await stream.toArray()) as Buffer[])
  const campaign = await campaignOf(office, viewer, job.campaign)
  // Reading takes its time, in a worker of its own: outside of the transaction.
  const { forms, findings } = await readBytes(bytes, item.name, item.file!.slice(0, 8), campaign)
  if (forms.length === 0) throw new Problem('unreadable', { findings })
  const [form, ...others] = forms
  const filing = await filingFor(office, viewer, job.campaign, form!)
  if (filing === null) throw new Problem('not-found', { detail: form!.title })
  const more = others.length === 0 ? '' : `文件中另有 ${others.length} 张表未导入`
  if (form!.confirm.length > 0) {
    await office.store.files.put(bytes)
    return endPart({ office, item }, async (): Promise<PartEnd> => {
      return { state: 'confirm', filing: filing.id, detail: `${form!.confirm.length}` }
    })
  }
  await endPart({ office, item }, async (joined): Promise<PartEnd> => {
    await takeForm(joined, viewer, filing, form!, item.name)
    return { state: 'done', filing: filing.id, detail: more }
  })
}
