/** What in a blank form is there to be replaced: nothing, dots, 指标1:, 目标1:, a prompt, a zero where a figure belongs. */

/** 指标1:, 目标2：, 任务3, 1., ……: rows of the blank form that nobody filled in. */
const NUMBERED =
  /^[★*]?(?:(?:三级指标|指标|目标|任务|项目)(?:[\d一二三四五六七八九十]{1,3}[:.、]?|:|[.…·]+)|[\d一二三四五六七八九十]{1,3}[:.、]|[.…·]+|[xX×]{2,})$/
/** Several of them in one cell, a line each. */
const LIST = /^(?:(?:指标|目标|任务)[\d一二三四五六七八九十]{1,3}[:.、]?|[.…·]{2,})+$/
const PROMPT =
  /^[([]?(?:请|此处|在此|单击|点击|按).{0,12}(?:填写|填报|输入|录入|选择).{0,24}[)\]]?$|^[([](?:填写|填报|选填|必填|输入).{0,24}[)\]]$/
const ZERO = /^0(?:\.0+)?%?$/

/** `key` as of `keyOf`. */
export function isPlaceholder(key: string): boolean {
  return key.length <= 60 && (NUMBERED.test(key) || LIST.test(key) || PROMPT.test(key))
}

export function isZero(key: string): boolean {
  return ZERO.test(key)
}
