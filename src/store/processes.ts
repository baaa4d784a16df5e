/** Whether a process runs, and when it began: numbers of processes are used again. */

import { readFile } from 'node:fs/promises'

/** The fields of /proc/PID/stat behind the name; empty where the system has none. */
async function statOf(pid: number): Promise<readonly string[]> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** Ticks from the start of the machine, as the system tells them; empty where it does not. */
export async function beganAt(pid: number): Promise<string> {
  return (await statOf(pid))[19] ?? ''
}

/** Whether the system still knows the process, though it may have ended. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** False also for one that has ended and that nobody has asked about yet. */
export async function isRunning(pid: number): Promise<boolean> {
  return isThere(pid) && (await statOf(pid))[0] !== 'Z'
}

/** To a process that may end by itself at this moment: whether it is still there is asked afterwards. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
