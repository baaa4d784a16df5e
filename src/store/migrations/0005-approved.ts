/** Targets as approved with the budget, as a draft of their form: what the self-evaluation was begun from is what it is held against. */

export const approved = `
alter table filing add column approved jsonb;
`
