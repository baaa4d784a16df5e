/** The words of the pages, Chinese first: both languages of a text stand side by side, so that none is forgotten. */

import type { Bilingual, Lang } from '../../../src/core/model/index.ts'
import { usePreferences } from '../theme/preferences.ts'
import { editorTexts } from './editor-texts.ts'
import { filingTexts } from './filing-texts.ts'
import { formTexts } from './form-texts.ts'
import { pageTexts } from './page-texts.ts'

const texts = { ...editorTexts, ...filingTexts, ...formTexts, ...pageTexts }

export type TextKey = keyof typeof texts

/** What a text takes: `{{name}}` in it is replaced. */
export type TextData = Readonly<Record<string, string | number>>

export type Say = (key: TextKey, data?: TextData) => string

const PLACE = /\{\{(\w+)\}\}/g

/** A catalogue in both languages, as functions of key and data. */
function sayings<C extends Readonly<Record<string, Bilingual>>>(
  catalogue: C,
): Readonly<Record<Lang, (key: keyof C & string, data?: TextData) => string>> {
  const sayer = (lang: Lang) => (key: keyof C & string, data?: TextData) => {
    const text = catalogue[key]![lang]
    return data === undefined ? text : text.replace(PLACE, (place, name: string) => String(data[name] ?? place))
  }
  return { zh: sayer('zh'), en: sayer('en') }
}

const own = sayings(texts)

/** Says a text in a language. */
export function sayIn(lang: Lang): Say {
  return own[lang]
}

/** As a button and a title begin: names of steps and stages are written as they stand within a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The texts in the language of this person; changes with the preference. */
export function useSay(): Say {
  return own[usePreferences().lang]
}

/**
 * Words of pages that come late: their catalogue is loaded with them, so that it does not stand before the first form.
 * Gives the hook that says them, in the language of this person.
 */
export function lateTexts<C extends Readonly<Record<string, Bilingual>>>(
  catalogue: C,
): () => (key: keyof C & string, data?: TextData) => string {
  const late = sayings(catalogue)
  return () => late[usePreferences().lang]
}
