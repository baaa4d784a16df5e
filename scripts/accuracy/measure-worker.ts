/** Reads files as they are ordered, in a process of its own: `fork` it with the choice of forms as JSON. */

import { type FormChoice, officeForms } from '../../tests/support/office/forms.ts'
import type { OfficeFormat } from '../../tests/support/office/make-files.ts'
import { type Measured, measureFile } from '../../tests/support/office/measure.ts'

export interface MeasureOrder {
  readonly format: OfficeFormat
  readonly id: string
  readonly path: string
}

/** What was measured of an order, without the form, which both sides have. */
export type MeasureAnswer = Omit<Measured, 'office'>

const offices = new Map(officeForms(JSON.parse(process.argv[2]!) as FormChoice).map((office) => [office.id, office]))

process.on('message', async ({ format, id, path }: MeasureOrder) => {
  const { office: _, ...answer } = await measureFile({ office: offices.get(id)!, format, path })
  process.send!(answer satisfies MeasureAnswer)
})
