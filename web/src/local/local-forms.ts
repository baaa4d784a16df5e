/** Forms that live in this browser alone. */

import type { Draft } from '../../../src/core/draft/index.ts'
import { forget, keep, keysOf, recall } from '../desk/kept.ts'
import type { FormSource } from '../desk/source.ts'

export interface LocalForm {
  readonly title: string
  readonly draft: Draft
  readonly revision: number
  /** Instant of the last change, ISO. */
  readonly at: string
}

const prefix = 'local:'

export async function listLocalForms(): Promise<readonly (LocalForm & { readonly id: string })[]> {
  const keys = await keysOf(prefix)
  const forms = await Promise.all(
    keys.map(async (key) => ({ ...(await recall<LocalForm>(key))!, id: key.slice(prefix.length) })),
  )
  return forms.sort((a, b) => b.at.localeCompare(a.at))
}

export async function addLocalForm(id: string, title: string, draft: Draft): Promise<void> {
  await keep(`${prefix}${id}`, { title, draft, revision: 0, at: new Date().toISOString() } satisfies LocalForm)
}

export async function dropLocalForm(id: string): Promise<void> {
  await forget(`${prefix}${id}`)
  await forget(`work:${prefix}${id}`)
}

export async function localForm(id: string): Promise<LocalForm | undefined> {
  return recall<LocalForm>(`${prefix}${id}`)
}

/** A form of this browser as the editor wants it. Another tab of the same form takes what this one wrote when it is looked at. */
export function localSource(id: string): FormSource {
  const key = `${prefix}${id}`
  let title = ''
  return {
    key,
    async load() {
      const form = await recall<LocalForm>(key)
      if (form === undefined) throw new Error('no such form in this browser')
      title = form.title
      return { draft: form.draft, revision: form.revision, isEditable: true }
    },
    async take(_edits, basis, draft) {
      const revision = basis + 1
      await keep(key, { title, draft, revision, at: new Date().toISOString() } satisfies LocalForm)
      return { revision, conflicts: [] }
    },
    follow: () => () => {},
  }
}
