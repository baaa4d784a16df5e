/**
 * Which indicators belong to which task, by words that the indicator's name shares with the task's name and main content
 * and by nothing else: no figure is looked at. A tie is "taken as belonging together", for a person to confirm.
 */

import { withoutBlanks } from '../../model/blanks.ts'
import { gather } from '../../model/gather.ts'
import { type Form, type FormPath, indicatorPath, type Task } from '../../model/index.ts'
import type { Tie } from '../check.ts'
import { rememberLast } from './remember.ts'
import type { Words, WordsOf } from './telling-words.ts'

const PHRASE_END = /[^\p{Script=Han}]+|以及/u
/** A word of the task's name weighs twice as much as a word of its content. */
const NAME_WEIGHT = 2

interface TaskWords {
  readonly path: FormPath
  readonly nameGrams: ReadonlySet<number>
  readonly allGrams: ReadonlySet<number>
  readonly tellingGrams: ReadonlySet<number>
  readonly phrases: readonly ReadonlySet<number>[]
}

function taskWordsOf(task: Task, path: FormPath, wordsOf: WordsOf): TaskWords {
  const name = wordsOf(task.name.raw)
  const content = withoutBlanks(task.content.raw).split(PHRASE_END)
  const parts = [name, ...content.map(wordsOf)]
  const allGrams = new Set<number>()
  const tellingGrams = new Set<number>()
  for (const { grams, telling } of parts) {
    for (const gram of grams) if (gram !== 0) allGrams.add(gram)
    for (const gram of telling) tellingGrams.add(gram)
  }
  const phrases = parts.filter(({ telling }) => telling.length > 0).map(({ telling }) => new Set(telling))
  return { path, nameGrams: new Set(name.telling), allGrams, tellingGrams, phrases }
}

/** Stretches of the indicator's name that the task uses too, each with at least one telling pair. */
function sharedWords(words: Words, task: TaskWords): readonly string[] {
  const found = new Set<string>()
  let start = 0
  for (let at = 0; at <= words.grams.length; at++) {
    if (at < words.grams.length && task.allGrams.has(words.grams[at]!)) continue
    const pairs = words.grams.slice(start, at)
    if (pairs.some((pair, offset) => words.isTelling[start + offset]! && task.tellingGrams.has(pair))) {
      found.add(words.signs.slice(start, at + 1))
    }
    start = at + 1
  }
  return [...found]
}

/** Shared telling pairs, rarer among the tasks counting more, times the likeness to the nearest phrase of the task. */
function strengthOf(
  words: Words,
  own: ReadonlySet<number>,
  task: TaskWords,
  tasksWith: ReadonlyMap<number, readonly TaskWords[]>,
): number {
  let shared = 0
  for (const gram of words.telling) {
    if (task.tellingGrams.has(gram))
      shared += (task.nameGrams.has(gram) ? NAME_WEIGHT : 1) / tasksWith.get(gram)!.length
  }
  let likeness = 0
  for (const phrase of task.phrases) {
    let both = 0
    for (const gram of phrase) if (own.has(gram)) both++
    likeness = Math.max(likeness, (2 * both) / (phrase.size + own.size))
  }
  return shared * likeness
}

/** A word of the task's name, two pairs in a row (a word of three signs), or a quarter of what the name tells. */
function isEnough(words: Words, task: TaskWords): boolean {
  let count = 0
  let wasShared = false
  for (let at = 0; at < words.grams.length; at++) {
    const gram = words.grams[at]!
    const isShared = words.isTelling[at]! && task.tellingGrams.has(gram)
    if (isShared && (wasShared || task.nameGrams.has(gram))) return true
    if (isShared) count++
    wasShared = isShared
  }
  return 4 * count >= words.telling.length
}

/** The task of a row: the strongest by a clear margin (half as much again), or none. */
function taskFor(words: Words, tasksWith: ReadonlyMap<number, readonly TaskWords[]>): TaskWords | null {
  const candidates = new Set<TaskWords>()
  for (const gram of words.telling) for (const task of tasksWith.get(gram) ?? []) candidates.add(task)
  if (candidates.size === 0) return null
  const own = new Set(words.telling)
  let best: TaskWords | null = null
  let strongest = 0
  let second = 0
  for (const task of candidates) {
    const strength = strengthOf(words, own, task, tasksWith)
    if (strength > strongest) {
      second = strongest
      strongest = strength
      best = task
    } else second = Math.max(second, strength)
  }
  return best !== null && 2 * strongest >= 3 * second && isEnough(words, best) ? best : null
}

function findTies(form: Form, wordsOf: WordsOf): readonly Tie[] {
  const tasks = gather(form.tasks, (task, index) =>
    task.role === 'task' ? [taskWordsOf(task, `tasks[${index}]`, wordsOf)] : [],
  )
  const tasksWith = new Map<number, TaskWords[]>()
  for (const task of tasks) {
    for (const gram of task.tellingGrams) {
      const others = tasksWith.get(gram)
      if (others === undefined) tasksWith.set(gram, [task])
      else others.push(task)
    }
  }
  const tied = new Map<TaskWords, { path: FormPath; words: readonly string[] }[]>(tasks.map((task) => [task, []]))
  form.indicators.forEach((indicator, index) => {
    if (indicator.role === 'notApplicable') return
    const words = wordsOf(indicator.name.raw)
    const task = taskFor(words, tasksWith)
    if (task !== null) tied.get(task)!.push({ path: indicatorPath(index), words: sharedWords(words, task) })
  })
  return tasks
    .map((task) => ({ task: task.path, indicators: tied.get(task)! }))
    .filter(({ indicators }) => indicators.length > 0)
}

/** All that ties rest on: a changed figure leaves them as they are. */
function keyOf({ region, tasks, indicators }: Form): readonly unknown[] {
  const key: unknown[] = [region.value, ...tasks]
  for (const { name, role } of indicators) key.push(name, role)
  return key
}

/** Ties of a form: for each task with money of its own the indicators taken as belonging to it, in the form's order. */
export const tiesOf: (form: Form, wordsOf: WordsOf) => readonly Tie[] = rememberLast(keyOf, findTies)
