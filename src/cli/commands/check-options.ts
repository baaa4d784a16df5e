/** What `check` can be asked for. */

import type { WorkLimits } from '../../app/index.ts'
import type { Lang } from '../../core/model/index.ts'
import { CannotRead } from '../source-file.ts'
import type { CommonOptions } from './command.ts'

export interface CheckOptions extends CommonOptions {
  /** The files are pictures, each a page of one document. */
  readonly pages?: boolean
  /** A file of targets that were approved with the budget. */
  readonly targets?: string
  readonly out?: string
  readonly to?: string
  readonly reports?: string
  readonly jobs?: string
  readonly journal?: string
  readonly fresh?: boolean
  readonly quiet?: boolean
  readonly timeLimit?: string
  readonly memoryLimit?: string
}

/** A whole number from 1 up; undefined where nothing was asked. */
export function wholeNumber(text: string | undefined, option: string, lang: Lang): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new CannotRead(lang === 'zh' ? `${option} 应为正整数：${text}` : `${option} takes a whole number: ${text}`)
}

/** Seconds and MB, as the user gives them. */
export function limitsOf(options: CheckOptions): WorkLimits {
  const seconds = wholeNumber(options.timeLimit, '--time-limit', options.lang)
  const megabytes = wholeNumber(options.memoryLimit, '--memory-limit', options.lang)
  return {
    ...(seconds === undefined ? {} : { milliseconds: seconds * 1000 }),
    ...(megabytes === undefined ? {} : { megabytes }),
  }
}
