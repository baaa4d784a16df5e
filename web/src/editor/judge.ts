/** The page's side of the judge: asks, and hands on what it answers. Loaded after the form is seen. */

import type { Draft, Edit } from '../../../src/core/draft/index.ts'
import type { FormPath, Lang } from '../../../src/core/model/index.ts'
import JudgeWorker from './judge.worker.ts?worker'
import type { Answer, BesideDrafts, Question, Totals, Trial, WhyView } from './judgement.ts'

export interface JudgeListener {
  readonly onScores: (answer: Extract<Answer, { kind: 'scores' }>) => void
  readonly onFindings: (answer: Extract<Answer, { kind: 'findings' }>) => void
}

export class Judge {
  readonly #worker = new JudgeWorker()
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #lastId = 0

  constructor(listener: JudgeListener) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'scores') listener.onScores(data)
      else if (data.kind === 'findings') listener.onFindings(data)
      else {
        this.#waiting.get(data.id)?.(data)
        this.#waiting.delete(data.id)
      }
    })
  }

  #send(question: Question): void {
    this.#worker.postMessage(question)
  }

  open(draft: Draft, lang: Lang): void {
    this.#send({ kind: 'open', draft, lang })
  }

  follow(edits: readonly Edit[]): void {
    this.#send({ kind: 'edits', edits })
  }

  try(trials: readonly Trial[]): void {
    this.#send({ kind: 'try', trials })
  }

  lay(beside: BesideDrafts): void {
    this.#send({ kind: 'beside', beside })
  }

  speak(lang: Lang): void {
    this.#send({ kind: 'lang', lang })
  }

  async why(path: FormPath): Promise<WhyView | null> {
    const answer = await this.#ask((id) => ({ kind: 'why', id, path }))
    return answer.kind === 'why' ? answer.why : null
  }

  async whatIf(trials: readonly Trial[], edition: string | null): Promise<Totals | null> {
    const answer = await this.#ask((id) => ({ kind: 'whatIf', id, trials, edition }))
    return answer.kind === 'whatIf' ? answer.totals : null
  }

  #ask(question: (id: number) => Question): Promise<Answer> {
    const id = ++this.#lastId
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#send(question(id))
    })
  }

  close(): void {
    this.#worker.terminate()
  }
}
