/** Departments and units from a sheet. */

import { ask } from '../desk/api.ts'
import { useRegion } from './admin-data.ts'
import { useAdminSay } from './admin-texts.ts'
import { LIST, SheetDialog } from './sheet-dialog.tsx'
import { useSheetSay } from './sheet-texts.ts'

export function UnitsSheet({ onClose }: { onClose: () => void }) {
  const say = useSheetSay()
  const sayAdmin = useAdminSay()
  const region = useRegion()
  const send = async (sheet: File, take: boolean) => {
    const form = new FormData()
    if (region !== undefined) form.append('region', region)
    form.append('take', String(take))
    form.append('file', sheet)
    const read = await ask('POST /api/organisations/import', { body: form })
    return {
      ...read,
      lines: read.lines.map(({ line, name, kind, parent, state, why }) => ({
        line,
        cells: [name, kind, parent],
        result: why === null ? say(state === 'kept' ? 'sheet.kept' : 'sheet.new') : say(`why.${why}`),
        isRefused: state === 'refused',
      })),
    }
  }
  return (
    <SheetDialog
      title={`${sayAdmin('admin.units')} · ${sayAdmin('units.import')}`}
      hint={<p>{say('sheet.unitsHint')}</p>}
      heads={say('sheet.unitsHeads').split(LIST)}
      example={say('sheet.unitsExample').split(LIST)}
      lists={['organisations']}
      send={send}
      onClose={onClose}
    />
  )
}
