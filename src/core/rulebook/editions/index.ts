/** All editions of the rules. */

import type { Edition } from '../edition.ts'
import { edition as hubeiProject2020 } from './hubei-project-2020.ts'
import { edition as nationalProject2020 } from './national-project-2020.ts'
import { edition as nationalProject2021Cost } from './national-project-2021-cost.ts'
import { edition as shenzhenDepartment2021 } from './shenzhen-department-2021.ts'

export const editions: readonly Edition[] = [
  nationalProject2020,
  nationalProject2021Cost,
  shenzhenDepartment2021,
  hubeiProject2020,
]

/** The edition of this id; undefined where there is none. */
export function editionById(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id)
}
