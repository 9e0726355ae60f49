-- アクセス記録: from where, of which kind, why, how many were found; and what its sealing needs.
-- kind: one of the closed list of access.log.ActKind; action: the word for it; step: the part of the case; reason: one of a list, never
-- words that somebody typed; client: the address the server saw. Nothing of a person stands in it: a case is its number.
drop trigger access_record_append_only on access_record;
alter table access_record
    add column kind varchar(20),
    add column client varchar(45),
    add column reason varchar(100),
    add column hits integer,
    -- the database's own time, beside the application's
    add column written_at timestamp with time zone not null default clock_timestamp(),
    -- the transaction that wrote the row: once it is older than every transaction under way, nobody writes a row of it any more
    add column xact bigint not null default pg_current_xact_id()::text::bigint,
    -- numbers of transactions begin anew where a backup is restored: an epoch holds those of one server (decision 26)
    add column epoch integer not null default 1;

update access_record set written_at = at, kind = case
    when action in ('台帳表示', '期限見込み表示') or action like '%表示' then '一覧'
    when action = '台帳検索' then '検索'
    when action = '印刷' then '印刷'
    when action in ('記録', '添付', '担当の引継ぎ') then '記録'
    when action in ('訂正', '取消', '名寄せ', '名寄せの取り消し') then '訂正'
    when action in ('会議資料', '提供の記録') then '提供'
    else '閲覧' end;
alter table access_record alter column kind set not null;
alter table access_record add constraint access_record_kind check (kind in
    ('閲覧', '一覧', '検索', '印刷', '書き出し', '記録', '訂正', '提供', '制限', '廃棄', '利用者', 'ログイン'));

-- each list of the auditor's page in the order of the page, from any place on
create index access_record_by_time on access_record (at, id);
create index access_record_by_user on access_record (user_id, at, id);
drop index access_record_of_case;
create index access_record_of_case on access_record (case_number, at, id);
-- most rows are views and lists: who asks for those reads them by time
create index access_record_by_kind on access_record (kind, at, id) where kind not in ('閲覧', '一覧');
-- and of these the few with a reason
create index access_record_with_reason on access_record (at, id) where reason is not null;
create index access_record_to_seal on access_record (epoch, xact, id);

-- The chain. One row seals the rows that a range of transactions wrote; it is written when none of them is under way any more.
create table access_seal (
    block bigint primary key,
    epoch integer not null,
    -- transactions from (included) to (excluded)
    from_xact bigint not null,
    to_xact bigint not null,
    records integer not null,
    -- of each row its id and the first eight bytes of its own digest: tells which row it is that does not fit
    marks bytea not null,
    -- with which key; '-' for none
    key_id varchar(40) not null,
    previous bytea not null,
    seal bytea not null,
    sealed_at timestamp with time zone not null,
    check (from_xact < to_xact)
);

-- up to which block the rows were removed when their time had passed (保存期間); the seals stay
create table access_removal (
    id integer generated always as identity primary key,
    -- no reference: its check would need the right to update what it refers to, which nobody has
    block bigint not null,
    before timestamp with time zone not null,
    removed_at timestamp with time zone not null,
    key_id varchar(40) not null,
    mac bytea not null
);

-- Nobody changes, removes or empties them, whatever the session's role: the only rows that may go are those of a block that
-- access_removal names.
create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_table_name = 'access_record' then
        if exists (select 1 from access_removal r join access_seal s on s.block = r.block
                where (old.epoch, old.xact) < (s.epoch, s.to_xact)) then
            return old;
        end if;
    end if;
    raise exception 'rows of % are only ever added', tg_table_name;
end $$;
do $$
declare
    log text;
begin
    foreach log in array array['access_record', 'access_seal', 'access_removal'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change_of_log()',
            log || '_append_only', log);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change_of_log()',
            log || '_not_emptied', log);
        -- also where a session says that it only replays (session_replication_role)
        execute format('alter table %I enable always trigger %I', log, log || '_append_only');
        execute format('alter table %I enable always trigger %I', log, log || '_not_emptied');
        execute format('revoke update, truncate on %I from public, current_user', log);
    end loop;
end $$;
revoke delete on access_seal, access_removal from public, current_user;

-- What no seal holds yet.
create view access_unsealed as
select r.* from (select coalesce((select epoch from access_seal order by block desc limit 1), 0) as epoch,
    coalesce((select to_xact from access_seal order by block desc limit 1), 0) as to_xact) done
join access_record r on (r.epoch, r.xact) >= (done.epoch, done.to_xact);
