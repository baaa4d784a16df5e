/** What stands around a form: navigation and records of a page, lines to be signed by hand. */

import { holdsSign, signTable } from '../model/sign-table.ts'
import { furnitureWords, siteWords } from '../rulebook/words/index.ts'

/** What sites put around a table: navigation, printing, the office that runs the page. */
export function isFurniture(key: string): boolean {
  return (
    key.length < 60 && furnitureWords.some((word) => key.startsWith(word) || (word.length > 3 && key.includes(word)))
  )
}

/** The same of a line outside of every form, where the record of the page stands too. */
export function isSiteLine(key: string): boolean {
  return isFurniture(key) || (key.length < 60 && siteWords.some((word) => key.startsWith(word)))
}

const TO_SIGN = /^[^:]{2,12}\((?:盖章|签章|公章|签字|签名)\):?$|^填[报表](?:日期|时间):年?月?日?$/
/** Without one of these nothing is signed. */
const signedSigns = signTable('章签填')

/** A line below a form that is filled by hand, still blank: 填报单位(盖章):, 填报日期: 年 月 日. */
export function isLineToSign(key: string): boolean {
  return holdsSign(key, signedSigns) && TO_SIGN.test(key.normalize('NFKC'))
}
