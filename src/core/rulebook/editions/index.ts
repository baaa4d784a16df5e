/** All editions of the rules. */

import type { Edition, IncompleteEdition } from '../edition.ts'
import { edition as executionCapped } from './execution-capped.ts'
import { edition as guangxiProject } from './guangxi-project.ts'
import { edition as henan2024 } from './henan-2024.ts'
import { edition as hubeiProject2020 } from './hubei-project-2020.ts'
import { edition as nationalProject2020 } from './national-project-2020.ts'
import { edition as nationalProject2021Cost } from './national-project-2021-cost.ts'
import { edition as piduReview2025 } from './pidu-review-2025.ts'
import { edition as platformDefault } from './platform-default.ts'
import { edition as shenzhenDepartment2021 } from './shenzhen-department-2021.ts'
import { edition as sichuanProject2023 } from './sichuan-project-2023.ts'
import { edition as yueyangDepartment2018 } from './yueyang-department-2018.ts'

/** Those that score. */
export const editions: readonly Edition[] = [
  nationalProject2020,
  nationalProject2021Cost,
  shenzhenDepartment2021,
  hubeiProject2020,
  sichuanProject2023,
  guangxiProject,
  yueyangDepartment2018,
  platformDefault,
  executionCapped,
  piduReview2025,
]

/** Those that refuse to score, and are never chosen. */
export const incompleteEditions: readonly IncompleteEdition[] = [henan2024]

/** The edition of this id; undefined where there is none that scores. */
export function editionById(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id)
}

/** The rules of this id that refuse to score; undefined where there are none. */
export function incompleteEditionById(id: string): IncompleteEdition | undefined {
  return incompleteEditions.find((edition) => edition.id === id)
}
