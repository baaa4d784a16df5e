import type { z } from 'zod'
import type { Imported } from '../../app/office/index.ts'
import type { imported } from './many.ts'

/** A file as it was read, with what must be confirmed of it. */
export function sayImported({ forms, findings, upload, name }: Imported): z.input<typeof imported> {
  return {
    upload,
    name,
    forms: forms.map((form, index) => ({
      ...form,
      index,
      targets: form.targets !== null,
      unread: [...form.unread],
      confirm: form.confirm.map(({ at, alternatives, ...item }) => ({
        ...item,
        at: at === null ? null : { page: at.page, box: [...at.box] as [number, number, number, number] },
        alternatives: [...alternatives],
      })),
    })),
    findings: [...findings],
  }
}
