/** The first tables. Written with features of PostgreSQL 15 alone; texts sort by code point on every server. */

export const first = `
create table setting (name text collate "C" primary key, value text not null);
create table region (code text collate "C" primary key, name text not null, parent text collate "C");
create table signer (id text collate "C" primary key, public_key text not null, since text not null);
create table session (
  hash text collate "C" primary key, region text collate "C" not null, person text collate "C" not null,
  csrf text not null, created_at text not null, expires_at text not null
);
create index session_person on session (region, person);

create table organisation (
  region text collate "C" not null, id text collate "C" not null, kind text not null, name text collate "C" not null,
  parent text collate "C", path text[] not null, active boolean not null default true,
  primary key (region, id), unique (region, parent, name)
) /*partition*/;
create index organisation_name on organisation (region, name, id);

create table person (
  region text collate "C" not null, id text collate "C" not null, login text collate "C" not null, name text collate "C" not null,
  organisation text collate "C", roles jsonb not null, password text not null, must_change boolean not null default false,
  active boolean not null default true, failures integer not null default 0, locked_until text, created_at text not null,
  primary key (region, id), unique (region, login)
) /*partition*/;
create index person_login on person (login);

create table token (
  region text collate "C" not null, id text collate "C" not null, person text collate "C" not null, name text not null,
  hash text collate "C" not null, created_at text not null, expires_at text not null,
  primary key (region, id)
) /*partition*/;
create index token_hash on token (hash);

create table campaign (
  region text collate "C" not null, id text collate "C" not null, title text not null, fiscal_year integer not null,
  kind text not null, layout text not null, edition text, opens text not null, closes text not null,
  recalled boolean not null default false, created_at text not null,
  primary key (region, id)
) /*partition*/;

create table filing (
  region text collate "C" not null, id text collate "C" not null, campaign text collate "C" not null,
  organisation text collate "C" not null, path text[] not null, department text collate "C", fiscal_year integer not null,
  kind text not null, title text not null, stage text not null, state jsonb not null, revision integer not null,
  draft jsonb not null, draft_revision integer not null, total numeric, least numeric, most numeric, grade text,
  budgeted numeric, executed numeric, errors integer not null, warnings integer not null, figures jsonb,
  figures_revision integer not null, assessments jsonb not null default '{}', updated_at text not null, published_at text,
  primary key (region, id), unique (region, campaign, organisation, title)
) /*partition*/;
create index filing_organisation on filing (region, organisation, fiscal_year);
create index filing_path on filing using gin (path);
create index filing_year on filing (region, fiscal_year, stage);
create index filing_stale on filing (region, id) where figures_revision < revision;
create index filing_published on filing (published_at, region, id) where published_at is not null;

create table step (
  region text collate "C" not null, filing text collate "C" not null, person text collate "C" not null,
  seq bigint generated always as identity, edits jsonb not null, inverse jsonb not null, undone boolean not null default false,
  primary key (region, filing, person, seq)
);

create table comment (
  region text collate "C" not null, id text collate "C" not null, filing text collate "C" not null, place text not null,
  text text not null, answers text, person text not null, name text not null, at text not null, resolved_at text, resolved_by text,
  primary key (region, id)
) /*partition*/;
create index comment_filing on comment (region, filing, at, id);

create table evidence (
  region text collate "C" not null, id text collate "C" not null, filing text collate "C" not null, name text not null,
  type text not null, size bigint not null, hash text not null, places text[] not null, person text not null, at text not null,
  primary key (region, id)
) /*partition*/;
create index evidence_filing on evidence (region, filing, at, id);

create table record (
  region text collate "C" not null, seq bigint not null, at text not null, person text, filing text collate "C",
  event jsonb not null, previous text not null, hash text not null, key text not null, signature text not null,
  primary key (region, seq)
) /*partition*/;
create index record_filing on record (region, filing, seq);
create table chain (region text collate "C" primary key, seq bigint not null, hash text not null);
create function record_stays() returns trigger language plpgsql as $$ begin raise exception 'the record is append-only'; end $$;
create trigger record_stays before update or delete on record for each row execute function record_stays();

create table answer (
  region text collate "C" not null, person text collate "C" not null, key text collate "C" not null, route text not null,
  status integer not null, body text not null, at text not null,
  primary key (region, person, key)
);
`
