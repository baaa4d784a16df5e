import { usePageTitle } from '../shell/use-page-title.ts'
import { useSay } from '../texts/index.ts'

export function NotFound() {
  const say = useSay()
  usePageTitle(say('notFound.title'))
  return (
    <div className="page">
      <h1>{say('notFound.title')}</h1>
      <p>
        <a href="/">{say('notFound.home')}</a>
      </p>
    </div>
  )
}
