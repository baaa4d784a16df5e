/** A worker process, as it is built. */

import { loadProgram } from './load.ts'

loadProgram(import.meta.url).takeOrders()
