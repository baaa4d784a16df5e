/** `ziping`, as it is built. */

import { loadProgram } from './load.ts'

void loadProgram(import.meta.url).commandLine(process.argv.slice(2))
