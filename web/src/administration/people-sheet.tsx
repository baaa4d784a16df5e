/** People from a sheet: what each line comes to, and the first passwords, told once. */

import { useState } from 'react'
import { roleNames, roles } from '../../../src/core/review/index.ts'
import { type AnswerOf, ask } from '../desk/api.ts'
import { usePreferences } from '../theme/preferences.ts'
import { useRegion } from './admin-data.ts'
import { useAdminSay } from './admin-texts.ts'
import { LIST, SheetDialog, saveTable } from './sheet-dialog.tsx'
import { useSheetSay } from './sheet-texts.ts'

type Line = AnswerOf<'POST /api/people/import'>['lines'][number]

export function PeopleSheet({ onClose }: { onClose: () => void }) {
  const say = useSheetSay()
  const sayAdmin = useAdminSay()
  const { lang } = usePreferences()
  const region = useRegion()
  const [made, setMade] = useState<readonly Line[]>([])
  const resultOf = ({ state, why }: Line) => {
    if (why !== null) return say(why === 'double' ? 'why.twice' : `why.${why}`)
    return say(state === 'more' ? 'sheet.also' : state === 'kept' ? 'sheet.kept' : 'sheet.new')
  }
  const send = async (sheet: File, take: boolean) => {
    const form = new FormData()
    if (region !== undefined) form.append('region', region)
    form.append('take', String(take))
    form.append('file', sheet)
    const read = await ask('POST /api/people/import', { body: form })
    setMade(read.lines.filter(({ password }) => password !== null))
    return {
      ...read,
      lines: read.lines.map((line) => ({
        line: line.line,
        cells: [line.name, line.login, line.unit, line.roles, line.password ?? ''],
        result: resultOf(line),
        isRefused: line.state === 'refused',
      })),
    }
  }
  const save = () => {
    const rows = made.map((line) => [line.name, line.login, line.unit, line.password ?? ''])
    const [name = '', login = '', unit = '', , password = ''] = say('sheet.peopleHeads').split(LIST)
    saveTable(say('sheet.peopleFile'), [name, login, unit, password], rows)
  }
  const names = roles.filter((role) => role !== 'public').map((role) => roleNames[role][lang])
  return (
    <SheetDialog
      title={`${sayAdmin('admin.people')} · ${sayAdmin('people.import')}`}
      hint={
        <>
          <p>{say('sheet.peopleHint')}</p>
          <p>{say('sheet.peopleRoles', { roles: names.join(lang === 'zh' ? '、' : ', ') })}</p>
        </>
      }
      heads={say('sheet.peopleHeads').split(LIST)}
      example={say('sheet.peopleExample').split(LIST)}
      lists={['people']}
      send={send}
      after={
        made.length > 0 && (
          <>
            <p>{say('sheet.peopleSecrets')}</p>
            <button type="button" className="button main" onClick={save}>
              {say('sheet.peopleDownload')}
            </button>
          </>
        )
      }
      onClose={onClose}
    />
  )
}
