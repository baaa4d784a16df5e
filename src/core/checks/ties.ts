/**
 * Which indicators belong to which task, by words that the indicator's name shares with the task's name and main content
 * and by nothing else: no figure is looked at. A tie is "taken as belonging together", for a person to confirm.
 */

import type { Form, FormPath, Task } from '../model/index.ts'
import type { Tie } from './check.ts'
import { genericWords, joiningSigns, sameMeaning } from './generic-words.ts'

/** Two signs in a row that no generic word touches; `null` where one does or a sign of another kind stands between. */
interface Words {
  /** Han signs; anything else and joining signs are blanks. */
  readonly signs: readonly string[]
  /** For each position the bigram that starts there. */
  readonly grams: readonly (string | null)[]
  /** The telling ones among them, as often as they occur. */
  readonly telling: readonly string[]
  readonly isTelling: readonly boolean[]
}

const HAN = /\p{Script=Han}/u
const PHRASE_END = /[,,、;;。.::()()“”"!!??\n]|以及/u
const PLACE_PARTS = /[^省市州盟旗区县镇乡]+[省市州盟旗区县镇乡]?/gu
/** A name of the task weighs twice as much as a word of its content. */
const NAME_WEIGHT = 2

function wordsOf(text: string, generic: readonly string[]): Words {
  const plain = sameMeaning.reduce((all, [from, to]) => all.replaceAll(from, to), text.replace(/\s+/gu, ''))
  const signs = [...plain].map((sign) => (HAN.test(sign) && !joiningSigns.has(sign) ? sign : ' '))
  const joined = signs.join('')
  const touched = new Set<number>()
  for (const word of generic) {
    for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + 1)) {
      for (let sign = at; sign < at + word.length; sign++) touched.add(sign)
    }
  }
  const grams = signs.map((sign, at) => {
    const next = signs[at + 1] ?? ' '
    return sign === ' ' || next === ' ' ? null : sign + next
  })
  const isTelling = grams.map((gram, at) => gram !== null && !touched.has(at) && !touched.has(at + 1))
  return {
    signs,
    grams,
    isTelling,
    telling: grams.filter((gram, at): gram is string => gram !== null && isTelling[at]!),
  }
}

interface TaskWords {
  readonly path: FormPath
  readonly nameGrams: ReadonlySet<string>
  readonly allGrams: ReadonlySet<string>
  readonly tellingGrams: ReadonlySet<string>
  readonly phrases: readonly ReadonlySet<string>[]
}

function taskWordsOf(task: Task, path: FormPath, generic: readonly string[]): TaskWords {
  const name = wordsOf(task.name.raw, generic)
  const parts = [
    name,
    ...task.content.raw
      .replace(/\s+/gu, '')
      .split(PHRASE_END)
      .map((part) => wordsOf(part, generic)),
  ]
  const phrases = parts.map((part) => new Set(part.telling)).filter((phrase) => phrase.size > 0)
  return {
    path,
    nameGrams: new Set(name.telling),
    allGrams: new Set(parts.flatMap((part) => part.grams.filter((gram) => gram !== null))),
    tellingGrams: new Set(parts.flatMap((part) => part.telling)),
    phrases,
  }
}

/** Stretches of the indicator's name that the task uses too, each with at least one telling pair. */
function sharedWords(words: Words, task: TaskWords): readonly string[] {
  const found = new Set<string>()
  let start = 0
  for (let at = 0; at <= words.grams.length; at++) {
    const gram = words.grams[at] ?? null
    if (gram !== null && task.allGrams.has(gram)) continue
    const tells = words.isTelling
      .slice(start, at)
      .some((telling, offset) => telling && task.tellingGrams.has(words.grams[start + offset]!))
    if (tells) found.add(words.signs.slice(start, at + 1).join(''))
    start = at + 1
  }
  return [...found]
}

/** Shared telling pairs, rarer among the tasks counting more, times the likeness to the nearest phrase of the task. */
function strength(words: Words, task: TaskWords, tasksWith: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const gram of words.telling) {
    if (task.tellingGrams.has(gram)) shared += (task.nameGrams.has(gram) ? NAME_WEIGHT : 1) / tasksWith.get(gram)!
  }
  if (shared === 0) return 0
  const own = new Set(words.telling)
  const likeness = task.phrases.map((phrase) => {
    const both = [...phrase].filter((gram) => own.has(gram)).length
    return (2 * both) / (phrase.size + own.size)
  })
  return shared * Math.max(...likeness)
}

/** A word of three signs in common, or a quarter of all that the name tells: less is an accident. */
function isEnough(words: Words, task: TaskWords, shared: readonly string[]): boolean {
  if (shared.some((word) => word.length >= 3)) return true
  const known = words.telling.filter((gram) => task.tellingGrams.has(gram)).length
  return 4 * known >= words.telling.length
}

/** Generic words, and the names of the place, which stand in every task alike. */
function genericFor(form: Form): readonly string[] {
  const place = (form.region.value ?? '').match(PLACE_PARTS) ?? []
  return [
    ...genericWords,
    ...place.flatMap((part) => [part, part.replace(/[省市州盟旗区县镇乡]$/u, '')]).filter((part) => part.length > 1),
  ]
}

/** Ties of a form: for each task with money of its own the indicators taken as belonging to it, in the form's order. */
export function tiesOf(form: Form): readonly Tie[] {
  const generic = genericFor(form)
  const tasks = form.tasks.flatMap((task, index) =>
    task.role === 'task' ? [taskWordsOf(task, `tasks[${index}]`, generic)] : [],
  )
  if (tasks.length === 0) return []
  const tasksWith = new Map<string, number>()
  for (const task of tasks) for (const gram of task.tellingGrams) tasksWith.set(gram, (tasksWith.get(gram) ?? 0) + 1)

  const tied = new Map<TaskWords, { path: FormPath; words: readonly string[] }[]>()
  form.indicators.forEach((indicator, index) => {
    if (indicator.role === 'notApplicable') return
    const words = wordsOf(indicator.name.raw, generic)
    const ranked = tasks
      .map((task) => ({ task, strength: strength(words, task, tasksWith) }))
      .sort((a, b) => b.strength - a.strength)
    const best = ranked[0]!
    const second = ranked[1]?.strength ?? 0
    // The best by a clear margin (half as much again), or none.
    if (best.strength === 0 || 2 * best.strength < 3 * second) return
    const shared = sharedWords(words, best.task)
    if (!isEnough(words, best.task, shared)) return
    const list = tied.get(best.task) ?? []
    tied.set(best.task, [...list, { path: `indicators[${index}]`, words: shared }])
  })
  return tasks.flatMap((task) => {
    const indicators = tied.get(task)
    return indicators === undefined ? [] : [{ task: task.path, indicators }]
  })
}
