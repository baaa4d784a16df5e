/** How far work on many files has come, on stderr: a bar on a terminal, else a line now and then. */

import type { Lang } from '../core/model/index.ts'

/** Between two lines where there is no terminal. */
const LINE_MS = 5000

export interface Pace {
  readonly done: number
  readonly total: number
  /** Of the files done, those that were known from an earlier run. */
  readonly known: number
}

export interface ProgressView {
  /** `counts`: what has come of it so far, in words. */
  show(pace: Pace, counts: string): void
  /** Leaves the line, so that what follows stands below. */
  end(): void
}

const nothing: ProgressView = { show: () => {}, end: () => {} }

/** '3分20秒', '3 min 20 s'. */
function sayTime(milliseconds: number, lang: Lang): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const parts: readonly (readonly [number, string, string])[] = [
    [Math.floor(seconds / 3600), '小时', 'h'],
    [Math.floor((seconds % 3600) / 60), '分', 'min'],
    [seconds % 60, '秒', 's'],
  ]
  const from = parts.findIndex(([count]) => count > 0)
  const shown = parts.slice(from < 0 ? 2 : from, (from < 0 ? 2 : from) + 2)
  return shown
    .map(([count, zh, en]) => (lang === 'zh' ? `${count}${zh}` : `${count} ${en}`))
    .join(lang === 'zh' ? '' : ' ')
}

/** By the pace so far; files known from an earlier run took no time and say nothing of it. */
function sayLeft({ done, total, known }: Pace, elapsed: number, lang: Lang): string {
  const worked = done - known
  if (worked <= 0 || done >= total) return ''
  const left = sayTime((elapsed / worked) * (total - done), lang)
  return lang === 'zh' ? ` · 约剩 ${left}` : ` · about ${left} left`
}

function lines(lang: Lang): ProgressView {
  const begun = performance.now()
  let last = begun
  return {
    show(pace, counts) {
      const now = performance.now()
      const { done, total } = pace
      if (now - last < LINE_MS) return
      last = now
      const files = lang === 'zh' ? '文件' : 'files'
      process.stderr.write(`${files} ${done}/${total} · ${counts}${sayLeft(pace, now - begun, lang)}\n`)
    },
    end: () => {},
  }
}

async function bar(lang: Lang): Promise<ProgressView> {
  const { SingleBar } = (await import('cli-progress')).default
  const files = lang === 'zh' ? '文件' : 'files'
  const shown = new SingleBar({
    format: `{bar} ${files} {value}/{total} · {counts}{left}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
    // Ctrl-C is ours: the table so far is printed.
    gracefulExit: false,
  })
  const begun = performance.now()
  let started = false
  return {
    show(pace, counts) {
      const { done, total } = pace
      const payload = {
        counts,
        left: sayLeft(pace, performance.now() - begun, lang),
      }
      if (started) shown.setTotal(total)
      else shown.start(total, done, payload)
      started = true
      shown.update(done, payload)
    },
    end() {
      if (started) shown.stop()
    },
  }
}

export async function showProgress(lang: Lang, quiet: boolean): Promise<ProgressView> {
  if (quiet) return nothing
  return process.stderr.isTTY ? bar(lang) : lines(lang)
}
