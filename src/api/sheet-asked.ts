/** What is asked of a sheet that came as an upload: of which region, and whether it is taken or only looked at. */

import type { SheetAsked } from '../app/office/index.ts'
import type { Upload } from './route.ts'

export function sheetAsked({ fields: { region, take } }: Upload): SheetAsked {
  return { take: take === 'true', ...(region === undefined ? {} : { region }) }
}
