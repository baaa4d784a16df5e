/**
 * Which edition a form is scored by: the one asked for, else exact place, kind and year, else the same place and kind in
 * the nearest earlier year, else national for that kind and year, else national of the other kind by analogy. The caller
 * tells the user of every step but the first two.
 */

import { withoutBlanks } from '../model/blanks.ts'
import type { EditionChoice, FormKind, Level1 } from '../model/index.ts'
import { editionFor } from './analogy.ts'
import type { Edition } from './edition.ts'
import { editions } from './editions/index.ts'

export interface EditionQuery {
  /** Edition id; an unknown or incomplete one is not followed, the caller refuses it beforehand. */
  readonly asked?: string
  /** Free text naming region or department: 深圳市某局, 湖北省. */
  readonly place: string
  readonly kind: FormKind
  /** Null where the form prints none: the latest rules then. */
  readonly year: number | null
  /** Level-1 blocks that the form prints; a cost block tells the frame of 2021. */
  readonly level1?: ReadonlySet<Level1>
}

export interface ChosenEdition {
  /** With the citations marked that hold for this kind of form by analogy only. */
  readonly edition: Edition
  readonly choice: EditionChoice
}

const LEADING = /^(?:[\s(（]*(?:关于|中国|中共)?(?:\d{4}年?度?)?[\s)）]*)/

function isLocal(edition: Edition): boolean {
  return edition.place.names.length > 0
}

function names(edition: Edition, place: string): boolean {
  const text = withoutBlanks(place).replace(LEADING, '')
  return edition.place.names.some((name) => text.startsWith(name))
}

function firstYear(edition: Edition): number {
  return Number(edition.firstYear.value)
}

/** Last year in force; a year far ahead where it still is. */
function lastYear(edition: Edition): number {
  return edition.lastYear === null ? Number.MAX_SAFE_INTEGER : Number(edition.lastYear.value)
}

function covers(edition: Edition, year: number): boolean {
  return firstYear(edition) <= year && year <= lastYear(edition)
}

/** Editions with more marks on the form first, then the latest. */
function byFit(a: Edition, b: Edition): number {
  return (b.marks?.length ?? 0) - (a.marks?.length ?? 0) || firstYear(b) - firstYear(a)
}

/** In force in that year, else the one that ended nearest before it. */
function inYear(candidates: readonly Edition[], year: number): { edition: Edition; exact: boolean } | undefined {
  const exact = candidates.filter((edition) => covers(edition, year)).sort(byFit)[0]
  if (exact !== undefined) return { edition: exact, exact: true }
  const earlier = candidates
    .filter((edition) => lastYear(edition) < year)
    .sort((a, b) => lastYear(b) - lastYear(a) || byFit(a, b))[0]
  return earlier === undefined ? undefined : { edition: earlier, exact: false }
}

/** As `chooseEdition`, among these editions. At least one national edition must be among them. */
export function chooseAmong(all: readonly Edition[], query: EditionQuery): ChosenEdition {
  const { asked, place, kind, level1 } = query
  const chosen = (edition: Edition, choice: EditionChoice): ChosenEdition => ({
    edition: editionFor(edition, kind),
    choice,
  })

  const wanted = asked === undefined ? undefined : all.find((edition) => edition.id === asked)
  if (wanted !== undefined) return chosen(wanted, 'asked')

  const fitting = all.filter(
    ({ askedOnly, marks = [] }) => askedOnly === undefined && marks.every((mark) => level1?.has(mark)),
  )
  const year = query.year ?? Number.MAX_SAFE_INTEGER
  const local = inYear(
    fitting.filter((edition) => isLocal(edition) && edition.kind === kind && names(edition, place)),
    year,
  )
  if (local !== undefined) return chosen(local.edition, local.exact ? 'exact' : 'earlierYear')

  const national = fitting.filter((edition) => !isLocal(edition))
  const sameKind = national.filter((edition) => edition.kind === kind)
  const ofKind = inYear(sameKind, year)
  if (ofKind !== undefined) return chosen(ofKind.edition, ofKind.exact ? 'national' : 'nationalEarlierYear')
  if (sameKind.length > 0) return chosen(oldest(sameKind), 'nationalEarlierYear')
  return chosen(inYear(national, year)?.edition ?? oldest(national), 'nationalOtherKind')
}

/** For a form older than every national edition. */
function oldest(national: readonly Edition[]): Edition {
  return national.reduce((first, edition) => (firstYear(edition) < firstYear(first) ? edition : first))
}

/** The edition for a form, and how it was found. */
export function chooseEdition(query: EditionQuery): ChosenEdition {
  return chooseAmong(editions, query)
}
