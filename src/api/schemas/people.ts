/** People, organisations, regions. */

import { z } from 'zod'
import { regionCode, text } from './common.ts'

export const roleName = z.enum([
  'clerk',
  'financeOfficer',
  'unitHead',
  'supervisorReviewer',
  'budgetOfficer',
  'performanceOfficer',
  'thirdPartyReviewer',
  'administrator',
])

export const seat = z.object({ role: roleName, organisation: z.string().max(64) })
export const login = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[\p{L}\p{N}._@-]+$/u)
export const password = z.string().max(200)

export const organisation = z
  .object({
    id: z.string(),
    region: z.string(),
    kind: z.enum(['financeBureau', 'department', 'unit']),
    name: z.string(),
    parent: z.string().nullable(),
    path: z.array(z.string()),
    active: z.boolean(),
  })
  .meta({ id: 'Organisation' })

export const person = z
  .object({
    id: z.string(),
    region: z.string(),
    login: z.string(),
    name: z.string(),
    organisation: z.string().nullable(),
    roles: z.array(z.object({ role: roleName, organisation: z.string() })),
    active: z.boolean(),
  })
  .meta({ id: 'Person' })

export const me = z
  .object({
    person: person.extend({
      organisation: z.object({ id: z.string(), name: z.string(), kind: z.string() }).nullable(),
    }),
    /** What the person may do beside filings: 'administer', 'runCampaigns', 'install'. */
    rights: z.array(z.enum(['administer', 'runCampaigns', 'install'])),
    csrf: z.string().nullable(),
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'Me' })

export const region = z.object({ code: regionCode, name: text(100, 1), parent: regionCode.nullable() })
