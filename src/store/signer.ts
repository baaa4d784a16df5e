/** The Ed25519 key of a server, which signs the record. The private half never leaves the data folder. */

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Signer {
  /** First half of the SHA-256 of the public key, hex. */
  readonly id: string
  /** PEM, SPKI. */
  readonly publicKey: string
  /** Base64 of the signature over a text. */
  sign(text: string): string
}

export function keyIdOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 32)
}

export function isSignedBy(publicKey: KeyObject, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
}

async function writeOnce(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The key in a folder, made where there is none. */
export async function signerIn(folder: string): Promise<Signer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'record-key.pem')
  const pem = await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await writeOnce(path, made)
    return made
  })
  const key = createPrivateKey(pem)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  const id = keyIdOf(publicKey)
  await writeOnce(join(folder, `record-key-${id}.pub.pem`), publicKey).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return { id, publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('base64') }
}
