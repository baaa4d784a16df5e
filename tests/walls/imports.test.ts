import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Wall, walls } from '../../src/walls.ts'
import { importsOf, pageFiles, sourceFiles } from '../support/source-files.ts'

function wallOf(path: string): Wall | undefined {
  return walls
    .filter((wall) => path === wall.room || path.startsWith(`${wall.room}/`))
    .sort((a, b) => b.room.length - a.room.length)[0]
}

/** The room a path lies in; readers and writers are one room a format. */
function roomOf(path: string): string {
  const parts = path.split('/')
  return parts[0] === 'core' || parts[0] === 'readers' || parts[0] === 'writers'
    ? parts.slice(0, 2).join('/')
    : parts[0]!
}

const files = [...sourceFiles(), ...pageFiles()]

const breaches = files.flatMap((file) => {
  const wall = wallOf(file.path)
  if (wall === undefined) return [`${file.path} lies in no room of the table`]
  return importsOf(file).flatMap((module) => {
    if (!module.startsWith('.')) {
      return wall.packages.includes('*') || wall.packages.includes(module)
        ? []
        : [`${file.path} imports ${module}: ${wall.room} may not, ${wall.reason}`]
    }
    const target = posix.join(posix.dirname(file.path), module).replace(/^src\//, '')
    if (roomOf(target) === roomOf(file.path)) return []
    const allowed = wall.may.some((room) => target === room || target.startsWith(`${room}/`))
    return allowed ? [] : [`${file.path} imports ${target}: ${wall.room} may not, ${wall.reason}`]
  })
})

describe('walls', () => {
  it('no room imports what the table does not allow it', () => {
    expect(breaches).toEqual([])
  })

  it('the table has no room that does not exist', () => {
    const paths = files.map((file) => file.path)
    const empty = walls.filter((wall) => !paths.some((path) => path === wall.room || path.startsWith(`${wall.room}/`)))
    expect(empty.map((wall) => wall.room)).toEqual([])
  })
})
