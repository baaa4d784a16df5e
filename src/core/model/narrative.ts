/** A report in words: sections of sentences, tables and charts, each with the fields of the form it is taken from. */

import type { Exact } from './exact.ts'
import type { Bilingual } from './finding.ts'
import type { FormPath } from './form.ts'

/** One statement; `from` are the fields it rests on, `form` where it speaks of the whole. */
export interface Sentence {
  readonly say: Bilingual
  readonly from: readonly [FormPath, ...FormPath[]]
}

/** As printed in the form (the same in every language), or words of the report. */
export type Said = string | Bilingual

export interface NarrativeColumn {
  readonly head: Bilingual
  /** Relative to the other columns. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
}

export interface NarrativeRow {
  readonly cells: readonly Said[]
  readonly from: readonly [FormPath, ...FormPath[]]
  /** Sums and headings stand out. */
  readonly bold?: true
}

/** A picture of figures. Points, percent or numbers of rows; null where the figure is not known. */
export type Chart =
  | {
      readonly kind: 'shares'
      readonly title: Bilingual
      /** In percent; `said` is printed beside the bar. */
      readonly bars: readonly { readonly label: Said; readonly percent: Exact | null; readonly said: Said }[]
    }
  | {
      readonly kind: 'points'
      readonly title: Bilingual
      /** `open`: points of rows whose score is missing. */
      readonly bars: readonly {
        readonly label: Said
        readonly got: Exact
        readonly lost: Exact
        readonly open: Exact
      }[]
    }
  | {
      readonly kind: 'counts'
      readonly title: Bilingual
      readonly columns: readonly { readonly label: Bilingual; readonly count: number }[]
    }

export type Passage =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  /** Items of one or more sentences each, numbered where they are drawn. */
  | { readonly kind: 'list'; readonly items: readonly (readonly Sentence[])[] }
  | {
      readonly kind: 'table'
      readonly caption: Bilingual
      readonly columns: readonly NarrativeColumn[]
      readonly rows: readonly NarrativeRow[]
    }
  | { readonly kind: 'chart'; readonly chart: Chart }

export interface Section {
  readonly title: Bilingual
  readonly passages: readonly Passage[]
  readonly sections: readonly Section[]
}

export interface Narrative {
  readonly title: Bilingual
  /** Who reports and for which year. */
  readonly subtitle: Bilingual
  readonly sections: readonly Section[]
}
