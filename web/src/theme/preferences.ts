/** How this person likes to read: theme, size, language. Kept in this browser, set on the document before anything is drawn. */

import { useSyncExternalStore } from 'react'

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark'
  readonly size: 'normal' | 'large'
  readonly lang: 'zh' | 'en'
}

const key = 'ziping.preferences'
const usual: Preferences = { theme: 'system', size: 'normal', lang: 'zh' }
const listeners = new Set<() => void>()
const dark = window.matchMedia('(prefers-color-scheme: dark)')

function read(): Preferences {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) }
  } catch {
    // A browser that keeps nothing: the usual preferences for as long as the page is open.
    return usual
  }
}

let current = read()

/** Whether the page is dark now, the system's wish included. */
export function isDark(preferences: Preferences = current): boolean {
  return preferences.theme === 'system' ? dark.matches : preferences.theme === 'dark'
}

function show(): void {
  const { dataset } = document.documentElement
  dataset.theme = isDark() ? 'dark' : 'light'
  dataset.size = current.size
  document.documentElement.lang = current.lang === 'zh' ? 'zh-CN' : 'en'
}

dark.addEventListener('change', () => {
  show()
  for (const listener of listeners) listener()
})
show()

export function preferences(): Preferences {
  return current
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // See above.
  }
  show()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Draws again when a preference changes. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences)
}
