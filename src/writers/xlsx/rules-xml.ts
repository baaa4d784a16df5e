/** Drop-downs, limits of figures, and marks that a condition puts on, as a sheet writes them. */

import type { Mark, Rule, Validation } from './book.ts'
import type { Styles } from './styles.ts'
import { plainText } from './xml-text.ts'

/** A list written out in the rule itself may not be longer. */
const LONGEST_LIST = 255
const LONGEST_PROMPT = 250
const LONGEST_TITLE = 32

function ruleXml(rule: Rule): readonly [attributes: string, formulas: string] {
  switch (rule.kind) {
    case 'list': {
      const words = rule.words.join(',')
      if (words.length > LONGEST_LIST) throw new RangeError(`list too long for a rule: ${words.length}`)
      return ['type="list"', `<formula1>"${plainText(words)}"</formula1>`]
    }
    case 'listAt':
      return ['type="list"', `<formula1>${plainText(rule.range)}</formula1>`]
    case 'number':
      return [
        'type="decimal" operator="between"',
        `<formula1>${plainText(rule.least)}</formula1><formula2>${plainText(rule.most)}</formula2>`,
      ]
    case 'any':
      return ['', '']
  }
}

const strengths = {
  stop: 'showErrorMessage="1"',
  warn: 'errorStyle="warning" showErrorMessage="1"',
  offer: 'showErrorMessage="0"',
} as const

export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return ''
  const items = validations.map(({ cells, rule, strength, prompt, error }) => {
    const [attributes, formulas] = ruleXml(rule)
    const said =
      prompt === undefined
        ? ''
        : ` showInputMessage="1" promptTitle="${plainText(prompt.title.slice(0, LONGEST_TITLE))}" prompt="${plainText(prompt.text.slice(0, LONGEST_PROMPT))}"`
    const refused = error === undefined ? '' : ` error="${plainText(error.slice(0, LONGEST_PROMPT))}"`
    return `<dataValidation ${attributes} allowBlank="1" ${strengths[strength]}${said}${refused} sqref="${cells}">${formulas}</dataValidation>`
  })
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`
}

export function marksXml(marks: readonly Mark[], styles: Styles): string {
  return marks
    .map(
      ({ cells, when, colour }, index) =>
        `<conditionalFormatting sqref="${cells}"><cfRule type="expression" dxfId="${styles.markId(colour)}" priority="${index + 1}"><formula>${plainText(when)}</formula></cfRule></conditionalFormatting>`,
    )
    .join('')
}
