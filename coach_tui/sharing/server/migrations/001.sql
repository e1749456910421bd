-- Sealed pushes of many engagements. Run by the owner of the database.
create schema coach;
revoke all on schema public from public;
-- No temporary tables: one could stand in for ours in somebody's search path.
do $$ begin
  execute format('revoke all on database %I from public', current_database());
end $$;

create table coach.schema_version (
  version int primary key,
  at timestamptz not null default now()
);
create table coach.engagement (
  id uuid primary key,
  made timestamptz not null default now(),
  last bigint not null default 0
);
create table coach.member (
  engagement uuid not null references coach.engagement,
  login name not null,
  writes boolean not null default true,
  primary key (engagement, login)
);
create index member_login on coach.member (login);
create table coach.push (
  seq bigint not null,
  engagement uuid not null references coach.engagement,
  generation smallint not null check (generation > 0),
  device text not null check (device ~ '^[0-9a-f]{16}$'),
  name text not null check (name ~ '^[0-9]{6}-[0-9a-f]{32}[rw]?$'),
  sealed bytea not null check (octet_length(sealed) between 100 and 67108864),
  login name not null,
  received timestamptz not null,
  primary key (engagement, generation, device, name)
);
create unique index push_cursor on coach.push (engagement, seq);
alter table coach.push alter column sealed set storage external;  -- sealed: nothing to compress

-- `explain` tells whoever asks what it estimates from these, row security or not: another
-- engagement's id could be bisected. No statistics, nothing to estimate from.
alter table coach.push
  alter engagement set statistics 0, alter device set statistics 0, alter name set statistics 0,
  alter login set statistics 0, alter seq set statistics 0, alter received set statistics 0,
  alter generation set statistics 0, alter sealed set statistics 0;
alter table coach.engagement
  alter id set statistics 0, alter made set statistics 0, alter last set statistics 0;
alter table coach.member
  alter engagement set statistics 0, alter login set statistics 0, alter writes set statistics 0;

-- What a login may see and add to: looked up by the owner, so that no policy reads a policed table.
create function coach.readable() returns uuid[]
  language sql stable security definer set search_path = coach, pg_temp as $$
  select coalesce(array_agg(engagement), '{}') from member where login = session_user
$$;
create function coach.writable() returns uuid[]
  language sql stable security definer set search_path = coach, pg_temp as $$
  select coalesce(array_agg(engagement), '{}') from member where login = session_user and writes
$$;

-- One writer at a time for each engagement, by a row that no login can lock: so that `seq` is the
-- order of commits, and "after seq" skips nothing. It is counted for each engagement: the gaps of a
-- counter for all would tell how busy the others are. Who wrote, and when, the server says.
create function coach.push_arrives() returns trigger
  language plpgsql security definer set search_path = coach, pg_temp as $$
begin
  if not exists (
    select from member where engagement = new.engagement and login = session_user and writes
  ) then
    raise insufficient_privilege using message = 'not a member';
  end if;
  if exists (
    select from push
    where engagement = new.engagement and device = new.device and login <> session_user
  ) then
    raise exception using errcode = 'CT001', message = 'device of another login';
  end if;
  update engagement set last = last + 1 where id = new.engagement returning last into new.seq;
  perform set_config('synchronous_commit', 'on', true);  -- whatever a login has set for itself
  new.login := session_user;
  new.received := clock_timestamp();
  return new;
end $$;
create trigger arrives before insert on coach.push
  for each row execute function coach.push_arrives();

-- A channel has no rights: its name tells nothing, and neither does what is said on it.
create function coach.push_told() returns trigger
  language plpgsql security definer set search_path = coach, pg_temp as $$
declare each uuid;
begin
  for each in select distinct engagement from fresh loop
    perform pg_notify('coach_' || md5(each::text), '');
  end loop;
  return null;
end $$;
create trigger told after insert on coach.push
  referencing new table as fresh for each statement execute function coach.push_told();

alter table coach.engagement enable row level security;
alter table coach.member enable row level security;
alter table coach.push enable row level security;
create policy seen on coach.engagement for select
  using (id = any ((select coach.readable())::uuid[]));
create policy own on coach.member for select
  using (login = session_user);
create policy seen on coach.push for select
  using (engagement = any ((select coach.readable())::uuid[]));
create policy added on coach.push for insert
  with check (engagement = any ((select coach.writable())::uuid[]));

-- Added and read: no login may update, delete or truncate, nor say seq, login or received.
revoke all on all functions in schema coach from public;
do $$ begin
  if not exists (select from pg_roles where rolname = 'coach_member') then
    create role coach_member nologin;
  end if;
end $$;
grant usage on schema coach to coach_member;
grant execute on function coach.readable(), coach.writable() to coach_member;
grant select on coach.schema_version, coach.engagement, coach.member, coach.push to coach_member;
grant insert (engagement, generation, device, name, sealed) on coach.push to coach_member;
insert into coach.schema_version values (1);
