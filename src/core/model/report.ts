/** The one result document: the form, every score with its steps and its legal basis, every check with its counts, and a stamp. */

import type { Exact } from './exact.ts'
import type { Bilingual, Citation, Finding, Place, Scalar } from './finding.ts'
import type { Form, FormPath, Grade, Level1 } from './form.ts'
import type { SourceSpan } from './grid.ts'
import type { Verdict } from './value.ts'

/** From `min` to `max`, rounded by the edition's policy; `maxExcluded` where a tier ends just below `max`. */
export interface Band {
  readonly min: Exact
  readonly max: Exact
  readonly maxExcluded?: true
}

/** One step of a computation, in words, with what went in and what came out. */
export interface Step {
  /** '得分 = 分值 × 实际 ÷ 目标' */
  readonly say: Bilingual
  readonly inputs: readonly { readonly symbol: Bilingual; readonly value: string; readonly path?: FormPath }[]
  readonly result: string
  readonly law: readonly Citation[]
}

/**
 * How the printed score stands to the recomputed one:
 * `equal` exactly that; `inside` within a band; `outside`; `depends` right under one reading of a word and wrong under another;
 * `judge` no rule decides, a person must; `lost` no score is printed; `none` nothing to score.
 */
export type Agreement = 'equal' | 'inside' | 'outside' | 'depends' | 'judge' | 'lost' | 'none'

export interface ScoredRow {
  readonly path: FormPath
  /** Id of the scoring rule that claims the row ('undecided' where a person must); null for rows without weight and parts. */
  readonly rule: string | null
  readonly weight: Exact | null
  readonly printed: Exact | null
  /** Rounded by the edition's policy. {0, weight} where no rule decides. Null where the row carries no weight. */
  readonly recomputed: Band | null
  /** Before rounding. */
  readonly exact: Band | null
  readonly steps: readonly Step[]
  readonly law: readonly Citation[]
  readonly verdict: Verdict
  /** Actual ÷ target as a plain ratio (10.4 for 1040 %), where both are quantities of one dimension and the target is not 0. */
  readonly achievement: Exact | null
  /** True where less is better (≤, <, or a cost by its name). */
  readonly reverse: boolean
  readonly agreement: Agreement
  /** Why no rule decides, or what the band rests on. */
  readonly because: readonly Bilingual[]
  /** Where a word (基本达成) belongs to a tier only by choice: the band under each reading. */
  readonly readings: readonly { readonly word: string; readonly tier: string; readonly band: Band }[]
}

export interface ScoredTask {
  readonly path: FormPath
  /** 10 × B_i ÷ ΣB, exact and rounded; null where there is no budget. */
  readonly weight: { readonly printed: Exact | null; readonly recomputed: Exact | null; readonly exact: Exact | null }
  /** In percent. */
  readonly rate: { readonly printed: Exact | null; readonly recomputed: Exact | null; readonly exact: Exact | null }
  readonly score: { readonly printed: Exact | null; readonly recomputed: Exact | null; readonly exact: Exact | null }
  readonly steps: readonly Step[]
}

export interface ScoredExecution {
  /** Points the edition gives to execution (10). */
  readonly points: Exact
  readonly budgeted: Exact | null
  readonly executed: Exact | null
  /** In percent, exact. */
  readonly rate: Exact | null
  /** On the total row. */
  readonly printed: Exact | null
  /** Sum of the printed scores of the rows, where rows carry scores. */
  readonly added: Exact | null
  readonly recomputed: Band | null
  readonly steps: readonly Step[]
  readonly law: readonly Citation[]
  readonly because: readonly Bilingual[]
}

/** A level-1 or level-2 block of indicators. */
export interface ScoredBlock {
  readonly level: 1 | 2
  readonly level1Kind: Level1
  readonly name: string
  readonly rows: readonly FormPath[]
  /** `printed`: in the label; `edition`: what the rules fix (level 1 only); `added`: sum over the rows. */
  readonly weight: { readonly printed: Exact | null; readonly edition: Exact | null; readonly added: Exact }
  readonly score: {
    readonly added: Exact
    readonly lost: number
    readonly lostWeight: Exact
    readonly recomputed: Band
  }
}

/** What the sums say of lost scores: solved where there is one answer, bounded where there are several, never filled in. */
export interface LostScores {
  readonly paths: readonly FormPath[]
  /** Weight of the rows without a score. */
  readonly weight: Exact
  /** Printed total − scores that stand − execution, once for each execution figure the printed total may have taken. */
  readonly gaps: readonly { readonly execution: Exact; readonly from: 'totalRow' | 'taskRows'; readonly gap: Exact }[]
  /** For each lost score what it alone can be, over all gaps. Null where the sums exclude every value. */
  readonly bounds: readonly { readonly path: FormPath; readonly band: Band | null }[]
}

/** A word that the rules leave open, and what each reading of it makes of the total. */
export interface Choice {
  readonly word: string
  readonly rows: readonly FormPath[]
  /** Other word rows at full marks, so that this choice alone shows. */
  readonly options: readonly { readonly tier: string; readonly total: Band; readonly grades: readonly Grade[] }[]
}

export interface ScoredForm {
  readonly edition: string
  readonly execution: ScoredExecution
  readonly tasks: readonly ScoredTask[]
  readonly rows: readonly ScoredRow[]
  readonly blocks: readonly ScoredBlock[]
  readonly total: {
    readonly printed: Exact | null
    /** Sum of the printed scores + printed execution; what cannot be read is left out and counted in `lost`. */
    readonly added: Exact
    readonly recomputed: Band
    /** Sum of all weights + execution points. */
    readonly weights: Exact
    readonly steps: readonly Step[]
  }
  readonly grade: { readonly printed: Grade | null; readonly ofPrinted: Grade | null; readonly range: readonly Grade[] }
  readonly lost: LostScores | null
  readonly choices: readonly Choice[]
}

export type CheckStatus = 'passed' | 'failed' | 'review' | 'notApplicable' | 'blocked' | 'crashed'

/** What a check looked at: "no findings" is not "checked". */
export interface CheckSummary {
  readonly id: string
  readonly code: string
  readonly counts: Readonly<Record<CheckStatus, number>>
}

/** Something the recogniser had to do to make sense of the source; the checks of group E speak of these. */
export interface RecognitionEvent {
  readonly kind:
    | 'column-shifted'
    | 'columns-changed'
    | 'label-inside-block'
    | 'label-repaired'
    | 'label-unreadable'
    | 'row-joined'
    | 'page-number'
    | 'noise'
    | 'paragraphs-split'
    | 'header-damaged'
    | 'cells-ambiguous'
    /** A label or header word that was misread was taken for the word it is: text, takenFor. */
    | 'word-mended'
    /** Sums or a word of the field settled what a doubtful cell says: from, to, by. */
    | 'reading-decided'
    /** Nothing settles what a doubtful cell says: text, candidates, best first. */
    | 'reading-open'
    /** The form is silent; the year or the department of the whole document was taken: field, value. */
    | 'from-document'
    /** The form states goals and has neither a column nor a line for what became of them. */
    | 'no-place-for-completion'
  readonly at: readonly [Place, ...Place[]]
  readonly data: Readonly<Record<string, Scalar>>
}

/** The residue law: every non-empty source cell ends behind a field, in `ignored` with its reason, or in a finding. */
export interface Residue {
  /** Number of non-empty source cells that stand behind a field. */
  readonly used: number
  readonly ignored: readonly {
    readonly text: string
    readonly reason: 'title' | 'headerWord' | 'label' | 'pageNumber' | 'pageFurniture' | 'templateRow'
    readonly source?: SourceSpan
  }[]
  readonly unread: readonly { readonly text: string; readonly source?: SourceSpan }[]
}

/** Where in its file a form stands: pages or tables from 1, both ends included, or the sheet. */
export type Extent =
  | { readonly kind: 'pages' | 'tables'; readonly first: number; readonly last: number }
  | { readonly kind: 'sheet'; readonly sheet: string }

export interface Recognition {
  readonly form: Form
  readonly events: readonly RecognitionEvent[]
  readonly residue: Residue
  /** Absent where the source has no pages, tables or sheets. */
  readonly extent?: Extent
}

/** How the edition was chosen; every step but the first two leaves the finding "rules-assumed". */
export type EditionChoice = 'asked' | 'exact' | 'earlierYear' | 'national' | 'nationalEarlierYear' | 'nationalOtherKind'

export interface Stamp {
  readonly app: string
  readonly rulebook: string
  readonly edition: string
  readonly editionChoice: EditionChoice
  readonly layout: string | null
  /** SHA-256 of the source bytes, hex. */
  readonly sourceHash: string
  readonly sourceName: string
}

export interface Report {
  readonly schema: 1
  readonly stamp: Stamp
  readonly form: Form
  /** Absent where the source has no pages, tables or sheets. */
  readonly extent?: Extent
  readonly scored: ScoredForm
  readonly findings: readonly Finding[]
  readonly checks: readonly CheckSummary[]
  readonly residue: Residue
  /** False where a check crashed: the report says so. */
  readonly complete: boolean
}
