/** Work that outlasts a request and a restart: jobs in parts, and the notices that people find when they come back. */

export const jobs = `
create table job (
  region text collate "C" not null, id text collate "C" not null, kind text not null, campaign text collate "C" not null,
  input jsonb not null, state text not null, attempts integer not null default 0, person text collate "C", at text not null,
  run_at text not null, locked_until text, ended_at text, problem text, result text,
  primary key (region, id)
) /*partition*/;
create index job_waiting on job (run_at) where state in ('waiting', 'running');
create index job_of_person on job (region, person, at, id);

create table job_item (
  region text collate "C" not null, job text collate "C" not null, seq integer not null, name text not null,
  filing text collate "C", state text not null, attempts integer not null default 0, detail text not null default '', file text,
  primary key (region, job, seq)
) /*partition*/;

create table notice (
  region text collate "C" not null, id text collate "C" not null, person text collate "C" not null, kind text not null,
  campaign text collate "C" not null, filing text collate "C", words jsonb not null, at text not null, read_at text,
  primary key (region, id)
) /*partition*/;
create index notice_of_person on notice (region, person, at, id);
`
