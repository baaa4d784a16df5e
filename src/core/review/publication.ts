/**
 * Before a form is published: whatever looks like a secret, a person or an account is listed, and a person confirms each.
 * Nothing is taken out by a machine.
 */

import { gather } from '../model/gather.ts'
import type { Bilingual } from '../model/index.ts'
import { isIdentityNumber } from './identity-number.ts'

export type PublicationKind = 'secrecy' | 'identity' | 'phone' | 'account' | 'email' | 'hiddenSheet' | 'metadata'

export interface PublicationItem {
  /** The same as long as place, kind and found text are the same: what was confirmed stays so, what changed does not. */
  readonly key: string
  readonly kind: PublicationKind
  /** As the caller named it: 'r12 note', 'file.xlsx'. */
  readonly place: string
  /** What was found, its middle masked where it is personal. */
  readonly excerpt: string
  readonly text: Bilingual
  /** Of a number with a check digit: it is right, so that this is hardly a chance. */
  readonly certain: boolean
}

/** A text that would be published, and what the caller calls its place. */
export interface PublishedText {
  readonly place: string
  readonly text: string
}

/** What a file that goes along carries beside what is seen. */
export interface PublishedFile {
  readonly place: string
  readonly hiddenSheets: readonly string[]
  /** Authors, companies, comments, revisions: each as a text. */
  readonly metadata: readonly string[]
}

const texts: Readonly<Record<PublicationKind, Bilingual>> = {
  secrecy: {
    zh: '出现密级或“内部”字样，请确认可以公开',
    en: 'a mark of secrecy or of internal use: confirm that it may be published',
  },
  identity: { zh: '像身份证号码，请删去或确认', en: 'looks like an identity number: take it out or confirm' },
  phone: { zh: '像电话号码，请删去或确认', en: 'looks like a telephone number: take it out or confirm' },
  account: { zh: '像银行账号，请删去或确认', en: 'looks like a bank account: take it out or confirm' },
  email: { zh: '有电子邮箱，请删去或确认', en: 'an e-mail address: take it out or confirm' },
  hiddenSheet: { zh: '文件中有隐藏的工作表，请删去或确认', en: 'the file has a hidden sheet: take it out or confirm' },
  metadata: {
    zh: '文件属性中有个人或单位信息，请清除或确认',
    en: 'the properties of the file name a person or an office: clear them or confirm',
  },
}

interface Sign {
  readonly kind: PublicationKind
  readonly pattern: RegExp
  /** Whether it is beyond doubt; null where the kind has no way to tell. */
  readonly isCertain?: (found: string) => boolean
  /** Not meant after all. */
  readonly isNot?: (found: string) => boolean
}

function digitsOf(text: string): string {
  return text.replace(/[ -]/g, '')
}

/** The check digit of bank cards (Luhn, ISO/IEC 7812-1 annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** First come, first served: what one sign took is not told again by a later one. */
const signs: readonly Sign[] = [
  {
    kind: 'secrecy',
    pattern:
      /绝密|机密|(?<!商业)秘密(?=[★☆\d]|级|文件|资料|$)|★\s*(?:\d+\s*年|长期)|涉密|内部(?:资料|文件|使用|事项)|不(?:予|宜)公开|不得外传/g,
  },
  {
    kind: 'identity',
    pattern: /(?<![\d.])\d{17}[\dXx](?![\d.])|(?<![\d.])\d{15}(?![\d.])/g,
    isCertain: isIdentityNumber,
    // Fifteen or eighteen digits with no date of birth inside are another number.
    isNot: (found) =>
      !/^\d{6}(?:(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})$/.test(
        found,
      ),
  },
  {
    kind: 'phone',
    pattern: /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\d.])|(?<![\d.])0\d{2,3}[ -]\d{7,8}(?![\d.])/g,
  },
  {
    kind: 'account',
    pattern: /(?<![\d.])\d(?:[ -]?\d){14,20}(?![\d.])/g,
    isCertain: (found) => passesLuhn(digitsOf(found)),
  },
  { kind: 'email', pattern: /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g },
]

/** The middle of a number is not shown again. */
function masked(found: string): string {
  const shown = found.length > 10 ? 3 : 1
  return `${found.slice(0, shown)}${'*'.repeat(Math.max(0, found.length - shown - 2))}${found.slice(-2)}`
}

const LONGEST = 20_000

function itemsIn({ place, text }: PublishedText): PublicationItem[] {
  const folded = text.slice(0, LONGEST).normalize('NFKC')
  const taken: (readonly [number, number])[] = []
  const counts = new Map<string, number>()
  return gather(signs, ({ kind, pattern, isCertain, isNot }) =>
    gather([...folded.matchAll(pattern)], (match): PublicationItem[] => {
      const [found] = match
      const [start, end] = [match.index, match.index + found.length]
      if (isNot?.(found) === true || taken.some(([from, to]) => start < to && end > from)) return []
      taken.push([start, end])
      const name = `${place}\n${kind}\n${found}`
      const count = counts.get(name) ?? 0
      counts.set(name, count + 1)
      const isOpen = kind === 'secrecy'
      return [
        {
          key: `${name}\n${count}`,
          kind,
          place,
          excerpt: isOpen ? found : masked(found),
          text: texts[kind],
          certain: isCertain === undefined ? kind === 'email' : isCertain(found),
        },
      ]
    }),
  )
}

function itemsOf({ place, hiddenSheets, metadata }: PublishedFile): PublicationItem[] {
  const item =
    (kind: 'hiddenSheet' | 'metadata') =>
    (excerpt: string): PublicationItem => ({
      key: `${place}\n${kind}\n${excerpt}\n0`,
      kind,
      place,
      excerpt,
      text: texts[kind],
      certain: true,
    })
  return [...hiddenSheets.map(item('hiddenSheet')), ...metadata.map(item('metadata'))]
}

/** Everything to be confirmed, in the order of the texts, then of the files. Never throws; time is linear in the texts. */
export function publicationItems(
  published: readonly PublishedText[],
  files: readonly PublishedFile[] = [],
): readonly PublicationItem[] {
  return [...gather(published, itemsIn), ...gather(files, itemsOf)]
}

/** Items whose keys are in no list of confirmed ones. */
export function unconfirmed(
  items: readonly PublicationItem[],
  confirmed: readonly string[],
): readonly PublicationItem[] {
  const known = new Set(confirmed)
  return items.filter(({ key }) => !known.has(key))
}
