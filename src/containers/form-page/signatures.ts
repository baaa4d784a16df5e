/** The lines below a form that are filled by hand: who seals, who signs, when. */

/** What the line asks for, and the words by which a form that asks for it itself is known. */
const asked: readonly { readonly line: string; readonly own: RegExp }[] = [
  { line: '填报单位（盖章）：', own: /盖章|公章|签章/ },
  { line: '单位负责人（签字）：', own: /单位负责人|主要负责人/ },
  { line: '填报人（签字）：', own: /填报人|填表人/ },
  { line: '填报日期：　　　　年　　月　　日', own: /填报日期|填表日期|填报时间/ },
]

/** The lines that the form's own cells do not ask for already. */
export function signatureLines(texts: readonly string[]): readonly string[] {
  return asked.filter(({ own }) => !texts.some((text) => own.test(text))).map(({ line }) => line)
}
