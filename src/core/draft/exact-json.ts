/** Data of the form that holds exact figures, as plain JSON and back: a figure is written {"exact": "64/65"}. */

import { Exact, type Json } from '../model/index.ts'

export function toJson(value: unknown): Json {
  if (value instanceof Exact) return { exact: value.toString() }
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value as Json
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJson(member)]))
}

const FIGURE = /^-?\d+(?:\.\d+|\/[1-9]\d*)?$/

/** What is no figure stays what it is. */
export function fromJson(json: Json): unknown {
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((item: Json) => fromJson(item))
  const record = json as Readonly<Record<string, Json>>
  const { exact } = record
  if (typeof exact === 'string' && FIGURE.test(exact)) return Exact.of(exact)
  return Object.fromEntries(Object.entries(record).map(([key, member]) => [key, fromJson(member)]))
}

/** Whether two data say the same, figures by their value. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Exact || other instanceof Exact) {
    return one instanceof Exact && other instanceof Exact && one.equals(other)
  }
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other
  const first = Object.entries(one)
  if (first.length !== Object.keys(other).length) return false
  return first.every(([key, value]) => key in other && isSame(value, (other as Readonly<Record<string, unknown>>)[key]))
}
