/** Passwords: argon2id, one shape for all; a person of no account costs as much time as one of some. */

import { Problem } from './problem.ts'

/** OWASP's first choice: 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const SHORTEST = 10
const LONGEST = 200

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2')
  return hash(password, settings)
}

/** A hash that no password has: looked at where there is no account. */
let nobody: Promise<string> | null = null

export async function isPassword(hash: string | null, password: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2')
  nobody ??= hashPassword(crypto.randomUUID())
  const right = await verify(hash ?? (await nobody), password)
  return hash !== null && right
}

export function isGoodPassword(password: string, login: string): boolean {
  return password.length >= SHORTEST && password.length <= LONGEST && password !== login
}

/** Throws `weak-password`. */
export function demandGoodPassword(password: string, login: string): void {
  if (!isGoodPassword(password, login)) throw new Problem('weak-password')
}

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password that can be read aloud: no l, no 1, no o, no 0. */
export function firstPassword(): string {
  const figures = crypto.getRandomValues(new Uint32Array(14))
  return Array.from(figures, (figure, at) => `${at === 7 ? '-' : ''}${signs[figure % signs.length]}`).join('')
}
