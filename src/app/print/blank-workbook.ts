/** A fill-in workbook of no form at all: for a layout or a kind of form, a year, and the rules to score by. */

import { layoutOf } from '../../core/layout/index.ts'
import type { Bilingual, FormKind } from '../../core/model/index.ts'
import { chooseEdition, editionById, editions, layoutById } from '../../core/rulebook/index.ts'
import { blankForm } from '../workbook/blank-form.ts'
import { buildWorkbook } from '../workbook/build-workbook.ts'

export interface BlankAsked {
  readonly layout?: string
  readonly kind?: string
  readonly year?: string
  readonly edition?: string
}

export type BlankWorkbook =
  | { readonly name: string; readonly content: Uint8Array; readonly refused: null }
  | { readonly refused: Bilingual }

const kinds: readonly FormKind[] = ['department', 'project']

function isKind(text: string): text is FormKind {
  return kinds.some((kind) => kind === text)
}

/** Layout, kind and edition fill one another in: a layout has a kind, a kind has a layout, a year has its rules. */
export function blankWorkbook({ layout: layoutId, kind, year, edition: editionId }: BlankAsked): BlankWorkbook {
  const refuse = (zh: string, en: string): BlankWorkbook => ({ refused: { zh, en } })
  if (kind !== undefined && !isKind(kind)) {
    return refuse(
      `没有这种表：${kind}（可用 department、project）`,
      `no such kind of form: ${kind} (department, project)`,
    )
  }
  const asked = layoutId === undefined ? undefined : layoutById(layoutId)
  if (layoutId !== undefined && asked === undefined)
    return refuse(`没有这个版式：${layoutId}`, `no such layout: ${layoutId}`)
  if (asked !== undefined && kind !== undefined && asked.kind !== kind) {
    return refuse(`版式 ${layoutId} 不是 ${kind} 表`, `layout ${layoutId} is not of a ${kind} form`)
  }
  if (year === undefined || !/^(?:19|20)\d\d$/.test(year)) {
    return refuse('空白表须指定年度，如 --year 2024', 'a blank form needs its year: --year 2024')
  }
  const wanted = editionId === undefined ? undefined : editionById(editionId)
  if (editionId !== undefined && wanted === undefined) {
    const ids = editions.map(({ id }) => id)
    return refuse(
      `没有这套规则：${editionId}（可用 ${ids.join('、')}）`,
      `no such rules: ${editionId} (${ids.join(', ')})`,
    )
  }
  const ofKind = asked?.kind ?? kind ?? wanted?.kind
  if (ofKind === undefined) {
    return refuse('空白表须用 --layout 或 --kind 指定表种', 'a blank form needs --layout or --kind')
  }
  const edition = wanted ?? chooseEdition({ place: '', kind: ofKind, year: Number(year), level1: new Set() }).edition
  const layout = asked ?? layoutOf({ kind: ofKind, layout: null })
  const form = blankForm({ layout, year: Number(year), edition })
  return {
    name: `${layout.id}-${year}`,
    content: buildWorkbook(form, { edition, layout: layout.id, blank: true }),
    refused: null,
  }
}
