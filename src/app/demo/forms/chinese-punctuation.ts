/** Chinese texts with Chinese punctuation: half-width commas, colons and brackets beside Chinese characters widened. */

const wide: Readonly<Record<string, string>> = {
  ',': '\uff0c',
  ';': '\uff1b',
  ':': '\uff1a',
  '!': '\uff01',
  '?': '\uff1f',
}
const beside = '\\p{Script=Han}“”》《〕〔’‘…、。\uff09\uff08'
const sign = new RegExp(
  `(?<=[${beside}%\\d])[,;!?](?=[${beside}{])|(?<=[${beside}}])[,;:!?](?=.|$)|[,;!?](?=[${beside}])`,
  'gu',
)
const chinese = /\p{Script=Han}/u

/** The text as it should be printed; names of functions keep their brackets. */
export function withChinesePunctuation(text: string): string {
  const brackets = text.replace(/\(([^()]*)\)/gu, (whole, inner: string, at: number) => {
    const before = text[at - 1] ?? ''
    if (/[A-Za-z]/.test(before)) return whole
    return chinese.test(inner) || chinese.test(before) || before === '”' ? `\uff08${inner}\uff09` : whole
  })
  return brackets.replace(sign, (found) => wide[found] ?? found)
}
