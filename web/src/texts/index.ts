/** The words of the pages, Chinese first: both languages of a text stand side by side, so that none is forgotten. */

import i18next from 'i18next'
import type { Bilingual } from '../../../src/core/model/index.ts'
import { preferences, usePreferences } from '../theme/preferences.ts'
import { editorTexts } from './editor-texts.ts'
import { filingTexts } from './filing-texts.ts'
import { formTexts } from './form-texts.ts'
import { pageTexts } from './page-texts.ts'

const texts = { ...editorTexts, ...filingTexts, ...formTexts, ...pageTexts }

export type TextKey = keyof typeof texts

function translationsIn(lang: 'zh' | 'en'): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[lang]]))
}

void i18next.init({
  lng: preferences().lang,
  fallbackLng: 'zh',
  resources: { zh: { translation: translationsIn('zh') }, en: { translation: translationsIn('en') } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // React escapes what it draws.
  interpolation: { escapeValue: false },
})

export type Say = (key: TextKey, data?: Readonly<Record<string, string | number>>) => string

const sayings: Readonly<Record<'zh' | 'en', Say>> = {
  zh: (key, data = {}) => i18next.t(key, { ...data, lng: 'zh' }),
  en: (key, data = {}) => i18next.t(key, { ...data, lng: 'en' }),
}

/** Says a text in a language; `{{name}}` takes its data. */
export function sayIn(lang: 'zh' | 'en'): Say {
  return sayings[lang]
}

/** The texts in the language of this person; changes with the preference. */
export function useSay(): Say {
  return sayings[usePreferences().lang]
}

/**
 * Words of pages that come late: their catalogue is loaded with them, so that it does not stand before the first form.
 * Gives the hook that says them, in the language of this person.
 */
export function lateTexts<C extends Readonly<Record<string, Bilingual>>>(
  catalogue: C,
): () => (key: keyof C & string, data?: Readonly<Record<string, string | number>>) => string {
  for (const lang of ['zh', 'en'] as const) {
    const said = Object.entries(catalogue).map(([key, text]) => [key, text[lang]])
    i18next.addResources(lang, 'translation', Object.fromEntries(said))
  }
  const sayings = {
    zh: (key: string, data = {}) => i18next.t(key, { ...data, lng: 'zh' }),
    en: (key: string, data = {}) => i18next.t(key, { ...data, lng: 'en' }),
  }
  return () => sayings[usePreferences().lang]
}
