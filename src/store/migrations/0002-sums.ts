/**
 * Roll-ups on write: what a filing adds to the sums of its department and campaign stands beside it, its indicators in rows of
 * their own, so that many years are added up without opening a form. Figures of before are made anew.
 */

export const sums = `
alter table filing drop column figures;
alter table filing add column sums jsonb, add column submitted_at text, add column reviewed_total numeric, add column reviewed_grade text;
update filing set figures_revision = -1;

create table rollup_figure (
  region text collate "C" not null, campaign text collate "C" not null, department text collate "C" not null,
  name text collate "C" not null, value numeric not null,
  primary key (region, campaign, department, name)
) /*partition*/;

create table indicator (
  region text collate "C" not null, filing text collate "C" not null, row integer not null, campaign text collate "C" not null,
  organisation text collate "C" not null, fiscal_year integer not null, name text collate "C" not null, kind text not null,
  level2 text not null, target text not null, actual text not null, weight text not null, score text not null,
  lost numeric, achievement numeric,
  primary key (region, filing, row)
) /*partition*/;
create index indicator_name on indicator (region, left(name, 60), fiscal_year);
create index indicator_lost on indicator (region, campaign, lost);
create index indicator_over on indicator (region, achievement) where achievement > 1;
`
