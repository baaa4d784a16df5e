/**
 * Which reading of each doubtful figure is right, as far as sums, points and rates tell. A reading that satisfies them as it
 * stands is corroborated; another is taken only where exactly one combination of readings satisfies; the rest stays open.
 * The search is bounded: so many combinations for a relation, so many for a form.
 */

import { gather } from '../../model/gather.ts'
import type { Exact, FormPath } from '../../model/index.ts'
import type { Candidate } from './candidates.ts'
import type { Relation } from './relations.ts'

/** A figure that may say one thing or another. */
export interface Variable {
  readonly path: FormPath
  /** As read, where that is a figure; else null. */
  readonly asRead: Candidate | null
  /** As read and the recogniser's other readings. */
  readonly narrow: readonly Candidate[]
  /** With the usual confusions of signs. */
  readonly wide: readonly Candidate[]
}

export interface Settled {
  readonly candidate: Candidate
  readonly by: Relation
}

/** What the sums leave of a variable. */
export interface Settlement {
  readonly settled: ReadonlyMap<FormPath, Settled>
  /** Of a variable that stays open: the value that a sum wants there, all its other members being known. */
  readonly wanted: ReadonlyMap<FormPath, { readonly value: Exact; readonly by: Relation }>
}

const MOST_COMBINATIONS = 1500
const MOST_FOR_A_FORM = 40_000
const MOST_ROUNDS = 6
const MOST_SUSPECTS = 2
/** So many cells of one sum may turn out to say something else than was read. */
const MOST_CHANGED = 3

interface Place {
  readonly index: number
  readonly variable: Variable
}

interface Search {
  readonly relation: Relation
  /** By member; null where it is open. */
  readonly values: (Exact | null)[]
  readonly open: readonly Place[]
}

export class Settler {
  readonly #variables: ReadonlyMap<FormPath, Variable>
  readonly #valueAt: (path: FormPath) => Exact | null
  readonly #settled = new Map<FormPath, Settled>()
  #left = MOST_FOR_A_FORM

  /** `valueAt`: what a cell without doubt says; null where it is no figure. */
  constructor(variables: readonly Variable[], valueAt: (path: FormPath) => Exact | null) {
    this.#variables = new Map(variables.map((variable) => [variable.path, variable]))
    this.#valueAt = valueAt
  }

  /** Settled by something else than a sum: a row's own figures. */
  take(path: FormPath, settled: Settled): void {
    if (this.#variables.has(path)) this.#settled.set(path, settled)
  }

  isOpen(path: FormPath): boolean {
    return this.#variables.has(path) && !this.#settled.has(path)
  }

  settle(relations: readonly Relation[]): Settlement {
    const touching = relations.filter(({ members }) => members.some((path) => this.#variables.has(path)))
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = this.#settled.size
      for (const relation of touching) {
        const search = this.#searchOf(relation)
        if (search !== null) this.#decide(search)
      }
      if (this.#settled.size === before) break
    }
    return { settled: this.#settled, wanted: this.#wanted(touching) }
  }

  /** Null where a member is no figure, or none is open. */
  #searchOf(relation: Relation): Search | null {
    const values: (Exact | null)[] = []
    const open: Place[] = []
    for (const [index, path] of relation.members.entries()) {
      const settled = this.#settled.get(path)
      const variable = settled === undefined ? this.#variables.get(path) : undefined
      if (variable !== undefined) {
        if (variable.narrow.length === 0) return null
        open.push({ index, variable })
        values.push(null)
        continue
      }
      const value = settled?.candidate.value ?? this.#valueAt(path)
      if (value === null) return null
      values.push(value)
    }
    return open.length === 0 ? null : { relation, values, open }
  }

  #decide(search: Search): void {
    const { open, relation } = search
    const asRead = open.map(({ variable }) => variable.asRead)
    if (asRead.every((candidate) => candidate !== null) && this.#holds(search, asRead as Candidate[])) {
      open.forEach(({ variable }, at) => {
        // A rate that comes out the same with another last digit says nothing of that digit.
        const others = relation.linear === undefined ? variable.wide.filter((other) => other !== asRead[at]) : []
        const isTold = !others.some((other) => this.#holds(search, asRead.with(at, other) as Candidate[]))
        if (isTold) this.#settled.set(variable.path, { candidate: asRead[at]!, by: relation })
      })
      return
    }
    const found = this.#combinations(search, (variable) => variable.narrow) ?? []
    const [only] = found
    if (found.length > 0) {
      if (found.length === 1) this.#takeAll(search, only!)
      else this.#takeAgreed(search, found)
      return
    }
    const wide = this.#combinations(search, (variable) => variable.wide) ?? []
    const single = wide.filter((combination) => combination.filter(({ rank }) => rank === 2).length <= 1)
    if (single.length === 1 && wide.length === 1) this.#takeAll(search, single[0]!)
  }

  #takeAll({ open, relation }: Search, combination: readonly Candidate[]): void {
    if (combination.filter(({ rank }) => rank > 0).length > MOST_CHANGED) return
    open.forEach(({ variable }, at) => {
      this.#settled.set(variable.path, { candidate: combination[at]!, by: relation })
    })
  }

  /** Several combinations satisfy the sum: only what they all say is settled. */
  #takeAgreed({ open, relation }: Search, found: readonly (readonly Candidate[])[]): void {
    open.forEach(({ variable }, at) => {
      const first = found[0]![at]!
      if (variable.narrow.length > 1 && found.every((combination) => combination[at] === first)) {
        this.#settled.set(variable.path, { candidate: first, by: relation })
      }
    })
  }

  #holds({ relation, values, open }: Search, combination: readonly Candidate[]): boolean {
    const all = [...values] as Exact[]
    open.forEach(({ index }, at) => {
      all[index] = combination[at]!.value
    })
    return relation.holds(all)
  }

  /** All combinations that satisfy the relation; null where there are too many to try. */
  #combinations(search: Search, of: (variable: Variable) => readonly Candidate[]): Candidate[][] | null {
    const { relation, values, open } = search
    const choices = open.map(({ variable }) => of(variable))
    const count = choices.reduce((product, { length }) => Math.min(product * length, MOST_FOR_A_FORM), 1)
    if (count > MOST_COMBINATIONS || count > this.#left) return null
    this.#left -= count
    const found: Candidate[][] = []
    const chosen: Candidate[] = []
    const { linear } = relation
    const sign = (value: Exact, index: number): Exact => (linear!.signs[index] === 1 ? value : value.negated())
    // What the members that are known leave for the others.
    const start =
      linear === undefined
        ? null
        : values.reduce<Exact>(
            (rest, value, index) => (value === null ? rest : rest.minus(sign(value, index))),
            linear.whole,
          )
    const walk = (at: number, rest: Exact | null): void => {
      if (at === open.length) {
        if (rest === null ? this.#holds(search, chosen) : rest.isZero) found.push([...chosen])
        return
      }
      for (const candidate of choices[at]!) {
        chosen.push(candidate)
        walk(at + 1, rest === null ? null : rest.minus(sign(candidate.value, open[at]!.index)))
        chosen.pop()
      }
    }
    walk(0, start)
    return found
  }

  /**
   * Cells read without doubt, one sign of which, exchanged for the one it is usually taken for, makes a sum come out that
   * does not: told only where few cells would do, and no other sum is spoilt by it.
   */
  suspects(
    relations: readonly Relation[],
    certain: (path: FormPath) => Variable | null,
    isLikelier: (path: FormPath, value: Exact) => boolean,
  ): readonly { readonly path: FormPath; readonly candidate: Candidate }[] {
    const known = (path: FormPath): Exact | null =>
      this.#settled.get(path)?.candidate.value ?? (this.isOpen(path) ? null : this.#valueAt(path))
    const valuesOf = ({ members }: Relation): Exact[] | null => {
      const values = members.map(known)
      return values.some((value) => value === null) ? null : (values as Exact[])
    }
    const closed = gather(relations, (relation) => {
      const values = valuesOf(relation)
      return values === null ? [] : [{ relation, values, isRight: relation.holds(values) }]
    })
    const found = new Map<FormPath, Candidate>()
    for (const { relation, values, isRight } of closed) {
      if (isRight || !relation.isPrinted) continue
      const fits = gather(relation.members, (path, index) =>
        gather(certain(path)?.wide ?? [], (candidate) => {
          if (candidate.rank === 0 || !relation.holds(values.with(index, candidate.value))) return []
          const isSpoilt = closed.some(
            (other) =>
              other.isRight &&
              other.relation.members.includes(path) &&
              !other.relation.holds(other.values.with(other.relation.members.indexOf(path), candidate.value)),
          )
          return isSpoilt ? [] : [{ path, candidate }]
        }),
      )
      const likelier = fits.filter(({ path, candidate }) => isLikelier(path, candidate.value))
      const told = likelier.length > 0 ? likelier : fits
      if (told.length <= MOST_SUSPECTS) for (const { path, candidate } of told) found.set(path, candidate)
    }
    return [...found].map(([path, candidate]) => ({ path, candidate }))
  }

  #wanted(relations: readonly Relation[]): Settlement['wanted'] {
    const wanted = new Map<FormPath, { readonly value: Exact; readonly by: Relation }>()
    for (const relation of relations) {
      const open = relation.members.filter((path) => this.isOpen(path))
      const [path] = open
      if (open.length !== 1 || wanted.has(path!)) continue
      const values = relation.members.map((member) =>
        member === path ? null : (this.#settled.get(member)?.candidate.value ?? this.#valueAt(member)),
      )
      const value = relation.missing(values, relation.members.indexOf(path!))
      if (value !== null && !value.isNegative) wanted.set(path!, { value, by: relation })
    }
    return wanted
  }
}
