/** The numbers of an edition as a list, for pages that show them all. */

import type { Edition, IncompleteEdition, Parameter } from './edition.ts'

/** Every number of an edition with the way to it. */
export function parametersOf(
  edition: Edition | IncompleteEdition,
): readonly { readonly name: string; readonly parameter: Parameter }[] {
  const found: { name: string; parameter: Parameter }[] = []
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('value' in value && 'law' in value && typeof value.value === 'string') {
      found.push({ name, parameter: value as Parameter })
      return
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key !== 'cases' && key !== 'law') visit(inner, name === '' ? key : `${name}.${key}`)
    }
  }
  visit(edition, '')
  return found
}
