/** The types of the interface for the web application, as the route table says them now. */

import { openApi } from '../../src/api/open-api.ts'
import { routes } from '../../src/api/routes/index.ts'
import { version } from '../../src/app/version.ts'
import { operationsFile } from './operations-file.ts'

/** From the root of the repository. */
export const operationsPath = 'web/src/desk/operations.ts'

export function operationsText(): string {
  return operationsFile(openApi(routes, version))
}
