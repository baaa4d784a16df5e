/** What is said of a user's own file, as the file itself is to show it: words only, in the language asked for. */

import type { SourceSpan } from '../core/model/index.ts'

export interface Remark {
  /** Its number in the list, from 1. */
  readonly number: number
  /** 错误, 警告, 提示. */
  readonly severity: string
  readonly isError: boolean
  /** Where it is shown; a remark on the file as a whole has no place. */
  readonly source?: SourceSpan
  /** The place, and further ones, as a person says them. */
  readonly where: string
  readonly message: string
  /** A line for each clause. */
  readonly basis: string
  readonly advice: string
}

/** Words of the list. */
export interface ListWords {
  readonly title: string
  /** Of the columns: number, severity, place, message, basis, advice. */
  readonly headers: readonly [string, string, string, string, string, string]
  /** 依据, 改法 before their texts in a comment. */
  readonly basis: string
  readonly advice: string
  /** Who comments. */
  readonly author: string
}

/** What a comment says: number and severity, the message, its basis, what to do. */
export function remarkLines(remark: Remark, words: ListWords): string[] {
  return [
    `${remark.number}. [${remark.severity}] ${remark.message}`,
    ...(remark.basis === '' ? [] : [`${words.basis}${remark.basis}`]),
    ...(remark.advice === '' ? [] : [`${words.advice}${remark.advice}`]),
  ]
}
