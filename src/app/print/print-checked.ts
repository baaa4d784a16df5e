/** One file, read and judged, printed: what a worker does with it and what comes back. */

import type { Finding } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import type { CheckedSource } from '../check-source.ts'
import { products } from './index.ts'
import { noPdfCompiler, pageRules } from './messages.ts'
import type { PrintedFile, PrintFormat, PrintOptions } from './product.ts'

export interface PrintOrder {
  /** Id of a product. */
  readonly what: string
  readonly to: PrintFormat
  readonly options: PrintOptions
}

export interface PrintAnswer {
  /** Forms found in the file. */
  readonly forms: number
  readonly files: readonly PrintedFile[]
  /** Of printing; of the file, where it holds no form. */
  readonly findings: readonly Finding[]
  /** Texts of those findings that the catalogue may not have. */
  readonly rules: Readonly<Record<string, RuleTexts>>
  /** Given up for time or memory. */
  readonly stopped?: true
}

/** Throws for an order of no product: plans are made by `planPrint`. */
export async function printChecked(checked: CheckedSource, bytes: Uint8Array, order: PrintOrder): Promise<PrintAnswer> {
  const product = products.find(({ id }) => id === order.what)
  if (product === undefined) throw new Error(`no product ${order.what}`)
  const { name, hash, format, findings, rules } = checked
  const [first, ...others] = checked.reports
  if (first === undefined) return { forms: 0, files: [], findings, rules }
  const said = { forms: checked.reports.length, rules: { ...rules, ...product.rules, ...pageRules } }
  try {
    const {
      files,
      findings: onPrinting,
      rules: own,
    } = await product.print({
      source: { bytes, name, hash, format, findings, rules },
      reports: [first, ...others],
      to: order.to,
      options: order.options,
    })
    return { ...said, files, findings: onPrinting, rules: { ...said.rules, ...own } }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'NoPdfCompiler')) throw error
    return { ...said, files: [], findings: [noPdfCompiler(error.message)] }
  }
}

/** What stands between the name of the user's file and the tail: nothing for the form, '-report' for others. */
export function infixOf(what: string): string {
  return what === 'form' || what === 'template' ? '' : `-${what}`
}
