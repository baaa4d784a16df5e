/** Money of forms in one unit, so that it can be added up. */

import { Exact, type MoneyUnit } from '../../model/index.ts'

/** How many 万元 one of a unit is. */
const factors: Readonly<Record<MoneyUnit, Exact>> = {
  元: Exact.of('1/10000'),
  千元: Exact.of('1/10'),
  万元: Exact.one,
  亿元: Exact.of('10000'),
}

/** An amount in 万元; null where it cannot be read, or its unit is not told. */
export function inTenThousands(amount: Exact | null, unit: MoneyUnit | null): Exact | null {
  return amount === null || unit === null ? null : amount.times(factors[unit])
}
