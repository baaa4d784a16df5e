/** What leaves the house: a product is one thing that can be printed of a file's forms, in the formats it knows. */

import type { Bilingual, Finding, Lang, Report } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

export const printFormats = ['html', 'xlsx', 'docx', 'pdf', 'json', 'csv'] as const
export type PrintFormat = (typeof printFormats)[number]

export function isPrintFormat(text: string): text is PrintFormat {
  return printFormats.some((format) => format === text)
}

/** A blank form of the user's own, to be filled. */
export interface Template {
  readonly bytes: Uint8Array
  readonly name: string
}

export interface PrintOptions {
  readonly lang: Lang
  /** Id of a layout that exists; each form's own where left out. */
  readonly layout?: string
  readonly template?: Template
}

/** The user's file, as it came. */
export interface PrintSource {
  readonly bytes: Uint8Array
  readonly name: string
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  /** Reader that took the file: 'xlsx', 'docx', 'pdf', 'scan', … */
  readonly format: string
  /** What was found on the file as a whole. */
  readonly findings: readonly Finding[]
  /** Texts of what its reader can say. */
  readonly rules: Readonly<Record<string, RuleTexts>>
}

export interface PrintRequest {
  readonly source: PrintSource
  /** The forms of the file, in its order; at least one. */
  readonly reports: readonly [Report, ...Report[]]
  /** One of the product's own formats. */
  readonly to: PrintFormat
  readonly options: PrintOptions
}

export interface PrintedFile {
  /** Follows the name of the user's file: '.pdf', '-2.pdf', '-indicators.csv'. Begins with '.' or '-', holds no '/' and no '~'. */
  readonly tail: string
  readonly content: Uint8Array
}

export interface Printed {
  readonly files: readonly PrintedFile[]
  /** What found no place, what could not be printed and why. */
  readonly findings: readonly Finding[]
  /** Texts of those of them that the product does not know beforehand. */
  readonly rules?: Readonly<Record<string, RuleTexts>>
}

export interface Product {
  readonly id: string
  readonly title: Bilingual
  /** The first is the one that is written where none is asked for. */
  readonly formats: readonly PrintFormat[]
  /** It is written in the format of the user's own file, whatever is asked for. */
  readonly followsFile?: true
  /** True for findings whose places are those of the file written, or of the template where none was. */
  readonly isOnWritten?: (finding: Finding) => boolean
  /** Texts of the findings that printing makes. */
  readonly rules: Readonly<Record<string, RuleTexts>>
  /**
   * The same request gives the same bytes: no clock, no chance, no surroundings. Never throws for what a file holds. Writers
   * are loaded here, not when the program starts.
   */
  readonly print: (request: PrintRequest) => Promise<Printed>
}

/** Tails of one file for each form: '.pdf' where there is one, '-1.pdf', '-2.pdf' where there are several. */
export function tailOf(index: number, count: number, ending: string): string {
  return `${count > 1 ? `-${index + 1}` : ''}.${ending}`
}
