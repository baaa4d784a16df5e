/** The official form as it is printed, in a frame: the same grid and writer as the printed page, run in the browser. */

import { type RefObject, useEffect, useState } from 'react'
import { type Draft, formOf } from '../../../src/core/draft/index.ts'
import { layOutForm, layoutOf } from '../../../src/core/layout/index.ts'
import { useSay } from '../texts/index.ts'
import { usePreferences } from '../theme/preferences.ts'

interface FormFrameProps {
  readonly draft: Draft
  readonly label: string
  readonly frameRef?: RefObject<HTMLIFrameElement | null>
}

export function FormFrame({ draft, label, frameRef }: FormFrameProps) {
  const say = useSay()
  const { lang } = usePreferences()
  const [page, setPage] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void import('../../../src/writers/html/grid-page.ts').then(({ writeGridHtml }) => {
      const form = formOf(draft)
      if (isCurrent) setPage(writeGridHtml(layOutForm(form, layoutOf(form)), lang))
    })
    return () => {
      isCurrent = false
    }
  }, [draft, lang])
  if (page === null) return <p className="soft">{say('page.loading')}</p>
  // No script runs in it; it may be printed by the page that holds it.
  return (
    <iframe
      ref={frameRef}
      className="form-frame"
      title={label}
      srcDoc={page}
      sandbox="allow-same-origin allow-modals"
    />
  )
}
