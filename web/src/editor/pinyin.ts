/** First letters of the pinyin of a text: 妇女儿童 → fnet. The table is large and comes only when somebody types letters. */

import { useEffect, useState } from 'react'

export type Spelling = (text: string) => string

let loaded: Spelling | null = null

async function load(): Promise<Spelling> {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const letters = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()
    known.set(text, letters)
    return letters
  }
}

/** Null until the table is there. */
export function usePinyin(isWanted: boolean): Spelling | null {
  const [spelling, setSpelling] = useState<Spelling | null>(() => loaded)
  useEffect(() => {
    if (!isWanted || spelling !== null) return
    void load().then((ready) => {
      loaded = ready
      setSpelling(() => ready)
    })
  }, [isWanted, spelling])
  return spelling
}
