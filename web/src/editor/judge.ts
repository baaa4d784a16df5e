/** Scores at once, in the page; checks in a thread of their own, when typing pauses. Loaded after the form is seen. */

import type { Draft, Edit } from '../../../src/core/draft/index.ts'
import type { FormPath, Lang } from '../../../src/core/model/index.ts'
import CheckWorker from './checks.worker.ts?worker'
import type { BesideDrafts, Checked, Question, Scores, Totals, Trial, WhyView } from './judgement.ts'
import { Scorer } from './scorer.ts'

export interface JudgeListener {
  readonly onScores: (scores: Scores) => void
  readonly onFindings: (checked: Checked) => void
}

export class Judge {
  readonly #worker = new CheckWorker()
  readonly #scorer: Scorer
  readonly #listener: JudgeListener
  #isClosed = false

  constructor(draft: Draft, lang: Lang, listener: JudgeListener) {
    this.#listener = listener
    this.#scorer = new Scorer(draft, lang)
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Checked>) => listener.onFindings(data))
    this.#send({ kind: 'open', draft, lang })
    void this.#scoreFirst()
  }

  /** What is typed meanwhile finds its rows scored, or has them scored at once. */
  async #scoreFirst(): Promise<void> {
    for (const _ of this.#scorer.ahead()) await new Promise((resolve) => setTimeout(resolve))
    if (!this.#isClosed) this.#tell()
  }

  #send(question: Question): void {
    this.#worker.postMessage(question)
  }

  #tell(): void {
    this.#listener.onScores(this.#scorer.scores())
  }

  /** Another draft of the form, where more was changed than single edits tell. */
  open(draft: Draft, lang: Lang): void {
    this.#scorer.open(draft)
    this.#send({ kind: 'open', draft, lang })
    this.#tell()
  }

  follow(edits: readonly Edit[]): void {
    this.#scorer.follow(edits)
    this.#send({ kind: 'edits', edits })
    this.#tell()
  }

  try(trials: readonly Trial[]): void {
    this.#scorer.try(trials)
    this.#tell()
  }

  lay(beside: BesideDrafts): void {
    this.#send({ kind: 'beside', beside })
  }

  speak(lang: Lang): void {
    this.#scorer.speak(lang)
    this.#send({ kind: 'lang', lang })
    this.#tell()
  }

  why(path: FormPath): WhyView | null {
    return this.#scorer.why(path)
  }

  whatIf(trials: readonly Trial[], edition: string | null): Totals {
    return this.#scorer.whatIf(trials, edition)
  }

  close(): void {
    this.#isClosed = true
    this.#worker.terminate()
  }
}
