/** The whole program: the command line and its worker are two ways into one text (see `load.ts`). */

export { takeOrders } from '../app/work/orders.ts'
export { commandLine } from '../cli/main.ts'
