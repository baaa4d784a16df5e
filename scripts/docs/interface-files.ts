/** The types of the interface for the web application, as the route table says them now. */

import { openApi } from '../../src/api/open-api.ts'
import { routes } from '../../src/api/routes/index.ts'
import { version } from '../../src/app/version.ts'
import { answersFile, operationsFile } from './interface-types.ts'

/** Texts by their paths from the root of the repository. */
export function interfaceFiles(): ReadonlyMap<string, string> {
  const document = openApi(routes, version)
  return new Map([
    ['web/src/desk/answers.ts', answersFile(document)],
    ['web/src/desk/operations.ts', operationsFile(document)],
  ])
}
