/**
 * Sums of a department's campaign as one bag in one row, and those of all its campaigns together: what many forms say is read
 * from few rows. Made from the sums of before, figure by figure.
 */

export const sumBags = `
create table rollup_sum (
  region text collate "C" not null, campaign text collate "C" not null, department text collate "C" not null,
  fiscal_year integer not null, kind text not null, sums jsonb not null,
  primary key (region, campaign, department)
) /*partition*/;
create index rollup_sum_year on rollup_sum (region, fiscal_year);
insert into rollup_sum
  select r.region, r.campaign, r.department, c.fiscal_year, c.kind, jsonb_object_agg(r.name, trim_scale(r.value)::text)
  from rollup_figure r join campaign c on c.region = r.region and c.id = r.campaign
  where r.value <> 0 group by 1, 2, 3, 4, 5;
insert into rollup_sum
  select region, '', department, 0, '', jsonb_object_agg(name, value) from (
    select region, department, name, trim_scale(sum(value))::text as value from rollup_figure
    group by 1, 2, 3 having sum(value) <> 0
  ) s group by 1, 2, 3;
drop table rollup_figure;
create index indicator_least on indicator (region, achievement) where achievement is not null;
create index indicator_year_lost on indicator (region, fiscal_year, lost) where lost > 0;
create index indicator_year_achievement on indicator (region, fiscal_year, achievement) where achievement is not null;
`
