/** Members of a zip package as they lie in the file, to compare two packages byte by byte. */

export interface Member {
  readonly name: string
  /** Date and time as packed. */
  readonly stamp: number
  /** Header and packed bytes, as far as the next member. */
  readonly raw: string
}

/** In the order of the file's table of contents. */
export function membersOf(bytes: Uint8Array): readonly Member[] {
  const file = Buffer.from(bytes)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const count = file.readUInt16LE(end + 10)
  const members: (Member & { offset: number })[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => file.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const name = file.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    members.push({ name, stamp: file.readUInt32LE(at + 12), raw: '', offset: file.readUInt32LE(at + 42) })
    at += 46 + nameLength + extra + comment
  }
  const starts = [...members.map(({ offset }) => offset), file.readUInt32LE(end + 16)].sort((a, b) => a - b)
  return members.map(({ name, stamp, offset }) => ({
    name,
    stamp,
    raw: file
      .subarray(
        offset,
        starts.find((start) => start > offset),
      )
      .toString('latin1'),
  }))
}

/** Names of members that differ; both packages have the same ones in the same order, new ones of `after` at its end. */
export function changedMembers(before: Uint8Array, after: Uint8Array): { changed: string[]; added: string[] } {
  const [old, now] = [membersOf(before), membersOf(after)]
  const kept = now.slice(0, old.length)
  if (kept.some(({ name, stamp }, index) => name !== old[index]!.name || stamp !== old[index]!.stamp)) {
    throw new Error('members are in another order or have other times')
  }
  return {
    changed: kept.flatMap(({ name, raw }, index) => (raw === old[index]!.raw ? [] : [name])),
    added: now.slice(old.length).map(({ name }) => name),
  }
}
