import type { Form } from '../model/index.ts'

/** The place a form names for itself, for choosing its rules. */
export function placeNamed(form: Form): string {
  return (
    form.region.value ?? [form.title.raw, form.department.raw, form.supervisor.raw].find((text) => text !== '') ?? ''
  )
}
