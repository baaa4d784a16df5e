/** Texts that hold a place: of a template, of a figure struck out, of something still to be written. */

import { withoutBlanks } from '../../model/blanks.ts'
import { holdsSign, signTable } from '../../model/sign-table.ts'

/** A cell whose whole text was never filled in. */
const WHOLE =
  /^(?:(?:[≥≤≧≦><=\uff1e\uff1c\uff1d]|不低于|不少于|不超过|不高于)*[*xX×○]{2,}.{0,4}|[?？]+|(?:如|例如?)[:：]?[*xX×]{2,}.*|(?:详?见|参见)附[件表].*|略|从略|(?:此[处栏])?(?:待定|待补|待填|待完善|待确定|待核实).*|另行(?:通知|确定).*|同上|TBD|TODO|[“"']?(?:请|此处|在此)(?:在此处?)?(?:填|输入|补充|描述|说明).*|填写.*)[”"']?$/i
/** The same within brackets: （待补充）, 【请填写】. */
const BRACKETS = /^[([{【〔\uff08]+|[)\]}】〕\uff09]+$/g

/** 请在此处简要说明…，如没有请填无。无: the prompt of the form, left before its answer. */
const ANSWERED =
  /^[(\uff08]?请在此处?简?要?(?:说明|填写|描述).*?(?:如|若)(?:没有|无)[^。]{0,8}(?:无|略)[”"]?[。.;\uff1b)\uff09]*(?=[^。.;\uff1b)\uff09”"])/

/** The answer to a prompt that was left standing; else the text itself. */
function answerIn(text: string): string {
  return text.startsWith('请') || text.startsWith('（请') || text.startsWith('(请') ? text.replace(ANSWERED, '') : text
}

/** 对照年度目标，说明完成情况（100字以内）: what the blank form asks for, and nothing behind it. */
const PROMPT =
  /^[^。；;]{4,60}(?:[。；;][^。；;]{0,60})?[(\uff08](?:\d{2,4}字(?:以内|左右|以下)|不超过\d{2,4}字)[)\uff09][。.]?$/

/** Nothing but a placeholder stands there. Blanks and brackets around it do not matter. */
export function isPlaceholder(raw: string): boolean {
  if (!holdsSign(raw, hints)) return false
  const text = answerIn(withoutBlanks(raw))
  return WHOLE.test(text) || WHOLE.test(text.replace(BRACKETS, '')) || PROMPT.test(text)
}

/** Each placeholder has one of these signs: most texts have none and are not looked at further. */
const hints = signTable('*xX×○?？如例见略待另同tT请填输补描说字')

const WITHIN =
  /[*×○]{2,}|(?:^|[^A-Za-z])[xX]{2,}(?![A-Za-z])|(?:详?见|参见)附[件表]|[(【〔\uff08](?:待补充?|待填写?|待定|请填写|此处填写|略)[^)】〕\uff09]{0,10}[)】〕\uff09]|[“"]请填写|请(?:在此|填写|输入)(?:处|具体|相关|内容)|待(?:补充|完善)[。.]?$/

/** A text with a gap in it. */
export function holdsPlaceholder(raw: string): boolean {
  return holdsSign(raw, hints) && WITHIN.test(answerIn(withoutBlanks(raw)))
}
