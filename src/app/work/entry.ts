/** A worker process that runs from source. */

import { takeOrders } from './orders.ts'

takeOrders()
