/** The little language of number formats, taken apart: '#,##0.00;[Red]-0.0%;"无"' into sections of tokens. */

export type Token =
  /** Text printed as it is. */
  | { readonly kind: 'literal'; readonly text: string }
  /** 0, # or ? */
  | { readonly kind: 'digit'; readonly sign: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  /** E+ or E-. */
  | { readonly kind: 'power'; readonly plus: boolean }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  /** A run of one date letter (y m d h s e a), or AM/PM. */
  | { readonly kind: 'date'; readonly letters: string }
  /** Hours, minutes or seconds that do not wrap: [h]. */
  | { readonly kind: 'elapsed'; readonly letters: string }

export interface Section {
  readonly tokens: readonly Token[]
  readonly condition: { readonly operator: string; readonly limit: string } | null
  /** Figures in Chinese numerals: [DBNum1]. */
  readonly numerals: 1 | 2 | null
  readonly kind: 'number' | 'date' | 'general' | 'text' | 'fixed'
}

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/
const DATE_LETTERS = /[ymdhseabg]/i
const HALF_DAYS = /^(?:AM\/PM|A\/P|上午\/下午)/i

/** Splits at semicolons that stand outside quotes, brackets and escapes. */
function splitSections(code: string): string[] {
  const sections: string[] = []
  let from = 0
  let quoted = false
  let bracketed = false
  for (let at = 0; at < code.length; at++) {
    const sign = code[at]!
    if (quoted) quoted = sign !== '"'
    else if (sign === '"') quoted = true
    else if (sign === '\\' || sign === '_' || sign === '*') at++
    else if (sign === '[') bracketed = true
    else if (sign === ']') bracketed = false
    else if (sign === ';' && !bracketed) {
      sections.push(code.slice(from, at))
      from = at + 1
    }
  }
  sections.push(code.slice(from))
  return sections
}

function kindOf(tokens: readonly Token[]): Section['kind'] {
  const has = (...kinds: Token['kind'][]) => tokens.some((token) => kinds.includes(token.kind))
  if (has('date', 'elapsed')) return 'date'
  if (has('digit')) return 'number'
  if (has('general')) return 'general'
  return has('text') ? 'text' : 'fixed'
}

function readSection(code: string): Section {
  const tokens: Token[] = []
  let condition: Section['condition'] = null
  let numerals: Section['numerals'] = null
  const literal = (text: string) => tokens.push({ kind: 'literal', text })
  let at = 0
  while (at < code.length) {
    const sign = code[at]!
    const rest = code.slice(at)
    const general = /^(?:General|G\/通用格式)/i.exec(rest)
    const halfDay = HALF_DAYS.exec(rest)
    if (sign === '"') {
      const end = code.indexOf('"', at + 1)
      literal(code.slice(at + 1, end < 0 ? code.length : end))
      at = end < 0 ? code.length : end + 1
    } else if (sign === '\\') {
      literal(code.slice(at + 1, at + 2))
      at += 2
    } else if (sign === '_' || sign === '*') {
      // Room as wide as a sign, or a sign repeated to fill the cell: alignment, not text.
      at += 2
    } else if (sign === '[') {
      const end = code.indexOf(']', at)
      const inside = code.slice(at + 1, end < 0 ? code.length : end)
      const compared = CONDITION.exec(inside)
      if (compared !== null) condition = { operator: compared[1]!, limit: compared[2]! }
      else if (/^(h+|m+|s+)$/i.test(inside)) tokens.push({ kind: 'elapsed', letters: inside.toLowerCase() })
      else if (/^DBNum[12]$/i.test(inside)) numerals = inside.endsWith('1') ? 1 : 2
      else if (inside.startsWith('$')) literal(inside.slice(1).split('-')[0]!)
      at = end < 0 ? code.length : end + 1
    } else if (general !== null) {
      tokens.push({ kind: 'general' })
      at += general[0].length
    } else if (halfDay !== null) {
      tokens.push({ kind: 'date', letters: halfDay[0] })
      at += halfDay[0].length
    } else if (/^e[+-]/i.test(rest) && tokens.some((token) => token.kind === 'digit')) {
      tokens.push({ kind: 'power', plus: rest[1] === '+' })
      at += 2
    } else if (DATE_LETTERS.test(sign)) {
      const run = new RegExp(`^${sign}+`, 'i').exec(rest)![0]
      tokens.push({ kind: 'date', letters: run.toLowerCase() })
      at += run.length
    } else {
      if (/[0#?]/.test(sign)) tokens.push({ kind: 'digit', sign })
      else if (sign === '.') tokens.push({ kind: 'point' })
      else if (sign === ',') tokens.push({ kind: 'comma' })
      else if (sign === '%') tokens.push({ kind: 'percent' })
      else if (sign === '@') tokens.push({ kind: 'text' })
      else literal(sign)
      at++
    }
  }
  return { tokens, condition, numerals, kind: kindOf(tokens) }
}

const known = new Map<string, readonly Section[]>()

/** Longer codes are not valid (255 characters at most) and not read. */
const LONGEST_CODE = 255
const REMEMBERED = 1000

export function readFormatCode(code: string): readonly Section[] {
  const remembered = known.get(code)
  if (remembered !== undefined) return remembered
  const sections =
    code.length > LONGEST_CODE ? [readSection('General')] : splitSections(code).slice(0, 4).map(readSection)
  if (known.size < REMEMBERED) known.set(code, sections)
  return sections
}
