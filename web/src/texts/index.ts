/** The words of the pages, Chinese first: one catalogue a language, the same keys in both (the compiler sees to it). */

import i18next from 'i18next'
import { useCallback } from 'react'
import { preferences, usePreferences } from '../theme/preferences.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type TextKey = keyof typeof zh

void i18next.init({
  lng: preferences().lang,
  fallbackLng: 'zh',
  resources: { zh: { translation: zh }, en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // React escapes what it draws.
  interpolation: { escapeValue: false },
})

export type Say = (key: TextKey, data?: Readonly<Record<string, string | number>>) => string

/** Says a text in a language; `{{name}}` takes its data. */
export function sayIn(lang: 'zh' | 'en'): Say {
  return (key, data = {}) => i18next.t(key, { ...data, lng: lang })
}

/** The texts in the language of this person; changes with the preference. */
export function useSay(): Say {
  const { lang } = usePreferences()
  return useCallback((key, data) => sayIn(lang)(key, data), [lang])
}
