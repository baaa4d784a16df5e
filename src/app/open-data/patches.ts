/** Where two data differ, as few places as say it; and such places put right. */

type Data = { readonly [key: string]: unknown }

export interface Patch {
  /** 'indicators.3.target': steps to the place. */
  readonly path: string
  /** What stands there; undefined: nothing. */
  readonly value: unknown
}

function isData(item: unknown): item is Data {
  return typeof item === 'object' && item !== null
}

function isCell(item: Data): boolean {
  return 'raw' in item && 'value' in item && !('repairs' in item)
}

/** As JSON has it: exact figures are texts. */
export function asJson(item: unknown): unknown {
  return item === undefined ? undefined : JSON.parse(JSON.stringify(item))
}

function differ(found: unknown, wanted: unknown, path: string, patches: Patch[]): void {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return
  const open = isData(found) && isData(wanted) && !isCell(found) && Array.isArray(found) === Array.isArray(wanted)
  // Lists of other lengths, cells and plain values are replaced as a whole.
  if (!open || (Array.isArray(found) && found.length !== (wanted as unknown as unknown[]).length)) {
    patches.push({ path, value: wanted })
    return
  }
  for (const key of new Set([...Object.keys(found), ...Object.keys(wanted)])) {
    differ(found[key], wanted[key], path === '' ? key : `${path}.${key}`, patches)
  }
}

/** Places where `wanted` says something else than `found`. */
export function differences(found: unknown, wanted: unknown): readonly Patch[] {
  const patches: Patch[] = []
  differ(asJson(found), asJson(wanted), '', patches)
  return patches
}

/**
 * `json` with the patches put in. A cell whose text is another one by now keeps what it says: somebody wrote something else
 * there.
 */
export function patched(json: unknown, patches: readonly Patch[]): unknown {
  const root = { root: structuredClone(json) } as { [key: string]: unknown }
  for (const { path, value } of patches) {
    const steps = path === '' ? ['root'] : ['root', ...path.split('.')]
    const last = steps.pop()!
    let here: unknown = root
    for (const step of steps) here = isData(here) && Object.hasOwn(here, step) ? here[step] : undefined
    if (!isData(here) || last === '__proto__') continue
    const old = here[last]
    if (isData(old) && isData(value) && isCell(old) && isCell(value) && old.raw !== value.raw) continue
    if (value === undefined) delete (here as { [key: string]: unknown })[last]
    else Object.defineProperty(here, last, { value, writable: true, enumerable: true, configurable: true })
  }
  return root.root
}
