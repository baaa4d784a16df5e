/**
 * Long texts that say nearly the same, without comparing each with each: what was copied keeps its beginning or its end, so
 * that each text is compared with its neighbours in two orders alone, by first and by last signs.
 */

import { pairOf } from './pairs.ts'

/** From this share of common pairs of signs on (Dice, percent) two long texts are nearly the same. */
export const ALIKE_PERCENT = 80
/** Neighbours looked at on either side. */
const WINDOW = 2

export interface Cluster {
  /** Indices of the texts, in their order. */
  readonly members: readonly number[]
  /** Least similarity, in whole percent, by which a member is tied to the others; 100 where all are the same. */
  readonly similarity: number
}

/** Where the pairs of a text are put in order: an array of its own for each would cost more than the order. */
const room = new Int32Array(1024)

/** The pairs of neighbouring signs of a text, each once, in order. */
function pairsOf(text: string): readonly number[] {
  const count = Math.max(0, text.length - 1)
  const all = count > room.length ? new Int32Array(count) : room.subarray(0, count)
  for (let at = 0; at < count; at++) all[at] = pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))
  all.sort()
  const pairs: number[] = []
  for (let at = 0; at < count; at++) if (at === 0 || all[at] !== all[at - 1]) pairs.push(all[at]!)
  return pairs
}

/** Dice similarity in whole percent, rounded down. */
function similarityOf(first: readonly number[], second: readonly number[]): number {
  let a = 0
  let b = 0
  let shared = 0
  while (a < first.length && b < second.length) {
    const difference = first[a]! - second[b]!
    if (difference === 0) shared++
    if (difference <= 0) a++
    if (difference >= 0) b++
  }
  return Math.floor((200 * shared) / Math.max(1, first.length + second.length))
}

/** A text that is so much longer holds too much else. */
function cannotReach(first: number, second: number): boolean {
  return 200 * Math.min(first, second) < ALIKE_PERCENT * (first + second) - 200
}

function byText(a: { readonly text: string }, b: { readonly text: string }): number {
  return a.text < b.text ? -1 : 1
}

/** Order by the last signs, backwards; no two texts are the same. */
function byEnd({ text: a }: { readonly text: string }, { text: b }: { readonly text: string }): number {
  for (let back = 1; back <= a.length && back <= b.length; back++) {
    const difference = a.charCodeAt(a.length - back) - b.charCodeAt(b.length - back)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Clusters of two and more texts; empty texts are like none. The order of the texts does not matter. */
export function findAlike(texts: readonly string[]): readonly Cluster[] {
  const groups = new Map<string, number[]>()
  texts.forEach((text, index) => {
    if (text === '') return
    const group = groups.get(text)
    if (group === undefined) groups.set(text, [index])
    else group.push(index)
  })
  const ones = [...groups].map(([text, members], at) => ({
    text,
    members,
    at,
  }))
  const known: (readonly number[] | undefined)[] = []
  const pairs = (at: number): readonly number[] => (known[at] ??= pairsOf(ones[at]!.text))
  // Each text points to another of its cluster, the first of it to itself.
  const heads = ones.map(({ at }) => at)
  const headOf = (at: number): number => (heads[at] === at ? at : headOf(heads[at]!))
  const least = ones.map(() => 100)
  for (const order of [ones.toSorted(byText), ones.toSorted(byEnd)]) {
    order.forEach((one, place) => {
      for (const other of order.slice(place + 1, place + 1 + WINDOW)) {
        const [head, joined] = [headOf(one.at), headOf(other.at)]
        if (head === joined || cannotReach(one.text.length, other.text.length)) continue
        // Two texts that differ are never told as the same.
        const similarity = Math.min(99, similarityOf(pairs(one.at), pairs(other.at)))
        if (similarity < ALIKE_PERCENT) continue
        least[head] = Math.min(least[head]!, least[joined]!, similarity)
        heads[joined] = head
      }
    })
  }
  const clusters = new Map<number, number[]>()
  for (const { at, members } of ones) {
    const head = headOf(at)
    const cluster = clusters.get(head)
    if (cluster === undefined) clusters.set(head, members)
    else for (const member of members) cluster.push(member)
  }
  return [...clusters]
    .map(([head, members]) => ({ members: members.sort((a, b) => a - b), similarity: least[head]! }))
    .filter(({ members }) => members.length > 1)
    .sort((a, b) => a.members[0]! - b.members[0]!)
}
