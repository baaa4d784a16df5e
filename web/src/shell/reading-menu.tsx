/** Light or dark, large text, Chinese or English. */

import { useSay } from '../texts/index.ts'
import { prefer, usePreferences } from '../theme/preferences.ts'
import { Icon } from './icons.tsx'
import { MenuButton } from './menu.tsx'

export function ReadingMenu() {
  const say = useSay()
  const { theme, size, lang } = usePreferences()
  return (
    <MenuButton
      label={say('reading.menu')}
      shown={<Icon name="sun" />}
      atEnd
      items={[
        ...(['system', 'light', 'dark'] as const).map((each) => ({
          label: say(`reading.${each}`),
          checked: theme === each,
          onChoose: () => prefer({ theme: each }),
        })),
        ...(['normal', 'large'] as const).map((each, at) => ({
          label: say(`reading.${each}`),
          checked: size === each,
          begins: at === 0,
          onChoose: () => prefer({ size: each }),
        })),
        ...(['zh', 'en'] as const).map((each, at) => ({
          label: { zh: '中文', en: 'English' }[each],
          checked: lang === each,
          begins: at === 0,
          onChoose: () => prefer({ lang: each }),
        })),
      ]}
    />
  )
}
