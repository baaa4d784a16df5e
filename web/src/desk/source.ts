/** Where a form that is being filled in comes from and is kept: this browser alone, or a server. The editor knows no more. */

import type { Conflict, Draft, Edit } from '../../../src/core/draft/index.ts'

export interface Loaded {
  readonly draft: Draft
  /** Counts up with every edit taken. */
  readonly revision: number
  readonly isEditable: boolean
}

export interface Taken {
  readonly revision: number
  readonly conflicts: readonly Conflict[]
  /** The form as the desk has it now, where others changed it too. */
  readonly draft?: Draft
}

/** Thrown where the desk cannot be reached: what was typed stays here and goes out later. */
export class Unreachable extends Error {}

/** Thrown where the desk no longer knows who one is: what was typed stays here and goes out once one has signed in again. */
export class SignedOut extends Error {}

export interface FormSource {
  /** Names the form in what this browser keeps. */
  readonly key: string
  load(): Promise<Loaded>
  /**
   * `draft`: the form with these edits applied; `key`: names the batch, so that one sent twice is taken once. Resolves when
   * the edits are kept for good.
   */
  take(edits: readonly Edit[], basis: number, draft: Draft, key: string): Promise<Taken>
  /** Calls when somebody else may have changed the form; gives the way to stop. */
  follow(changed: () => void): () => void
}
