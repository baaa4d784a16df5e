import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { isRunning, isThere, signal } from './processes.ts'

it('ends a process, and one that has ended by itself is no fault', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const pid = child.pid!
  expect(await isRunning(pid)).toBe(true)
  const ended = new Promise((done) => child.once('exit', (_, by) => done(by)))
  signal(pid, 'SIGINT')
  expect(await ended).toBe('SIGINT')
  expect(isThere(pid)).toBe(false)
  expect(() => signal(pid, 'SIGINT')).not.toThrow()
  expect(() => signal(pid, 'SIGNONE' as NodeJS.Signals)).toThrow('SIGNONE')
})
