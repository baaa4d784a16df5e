/** Before a form is published: what looks like a secret, a person or an account must be confirmed, place by place. */

import { createHash } from 'node:crypto'
import { blocks, type Draft } from '../../core/draft/index.ts'
import type { Bilingual } from '../../core/model/index.ts'
import type { Database } from '../../store/index.ts'
import { filingInSight, type Known } from './access.ts'
import { draftOf } from './drafts.ts'
import type { Office } from './office.ts'
import type { Viewer } from './viewer.ts'

export interface PublicationItem {
  /** The same as long as the text is the same: what was confirmed stays confirmed, what changed does not. */
  readonly id: string
  readonly kind: 'secrecy' | 'identity' | 'phone' | 'account' | 'email'
  readonly row: string
  readonly column: string
  readonly text: Bilingual
  /** What was found, masked. */
  readonly excerpt: string
}

interface Pattern {
  readonly kind: PublicationItem['kind']
  readonly sign: RegExp
  readonly text: Bilingual
}

const patterns: readonly Pattern[] = [
  {
    kind: 'secrecy',
    sign: /绝密|机密|秘密(?:★|文件|级|资料)|★\s*\d+\s*年|内部(?:资料|文件)|不予公开|涉密/g,
    text: {
      zh: '出现密级或内部字样，请确认可以公开',
      en: 'a mark of secrecy or of internal use: confirm that it may be published',
    },
  },
  {
    kind: 'identity',
    sign: /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/g,
    text: { zh: '像身份证号码，请删去或确认', en: 'looks like an identity number: take it out or confirm' },
  },
  {
    kind: 'phone',
    sign: /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g,
    text: { zh: '像电话号码，请删去或确认', en: 'looks like a telephone number: take it out or confirm' },
  },
  {
    kind: 'account',
    sign: /(?<!\d)(?:\d{4}[ -]?){4}\d{0,3}(?!\d)/g,
    text: { zh: '像银行账号，请删去或确认', en: 'looks like a bank account: take it out or confirm' },
  },
  {
    kind: 'email',
    sign: /[\w.+-]+@[\w-]+\.[\w.-]+/g,
    text: { zh: '是电子邮箱，请删去或确认', en: 'an e-mail address: take it out or confirm' },
  },
]

/** The middle of what was found is not shown again. */
function masked(text: string): string {
  return text.length <= 4 ? text : `${text.slice(0, 2)}${'*'.repeat(text.length - 4)}${text.slice(-2)}`
}

export function publicationItems(draft: Draft): readonly PublicationItem[] {
  const rows = [draft.head, ...blocks.flatMap((block) => draft[block])]
  return rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([column, raw]) => {
      const taken: [number, number][] = []
      return patterns.flatMap(({ kind, sign, text }) =>
        [...raw.normalize('NFKC').matchAll(sign)].flatMap((match): PublicationItem[] => {
          const [start, end] = [match.index, match.index + match[0].length]
          // An identity number is no account beside.
          if (taken.some(([from, to]) => start < to && end > from)) return []
          taken.push([start, end])
          const id = createHash('sha256')
            .update(JSON.stringify([row.id, column, kind, match[0], start]))
            .digest('hex')
            .slice(0, 16)
          return [{ id, kind, row: row.id, column, text, excerpt: masked(match[0]) }]
        }),
      )
    }),
  )
}

/** Items that are in no list of confirmed ones. */
export async function openItems(
  office: Office,
  db: Database,
  { filing }: Known,
  confirmed: readonly string[],
): Promise<readonly PublicationItem[]> {
  const items = publicationItems(await draftOf(office, db, filing))
  return items.filter(({ id }) => !confirmed.includes(id))
}

/** Throws `not-found`. */
export async function publicationCheck(
  office: Office,
  viewer: Viewer,
  id: string,
): Promise<readonly PublicationItem[]> {
  const of = await filingInSight(office, viewer, id)
  return openItems(office, office.store.database, of, [])
}
