-- 第3号様式 is written on a page of its own too; a line is never changed, a correction is a new line that names the old one
alter table progress_record
    -- whom the contact was with; null in lines from before, which say it in words only
    add column counterpart_kind varchar(20),
    add column minutes integer check (minutes between 1 and 1440),
    add column colleagues text,
    add column corrects uuid,
    add column correction_reason text,
    -- the old line is taken back and nothing stands in its place: it was written into the wrong case
    add column withdrawn boolean not null default false,
    -- what the page that sent the line called this act: sent twice, it acts once
    add column act_key varchar(100),
    add constraint progress_record_in_case unique (id, case_id),
    add constraint progress_record_corrects_own_case foreign key (corrects, case_id) references progress_record (id, case_id),
    add constraint progress_record_correction_says_why check (
        case when corrects is null then correction_reason is null and not withdrawn else btrim(correction_reason) <> '' end);
-- a line is corrected once; whoever corrects again corrects the correction
create unique index progress_record_corrected_once on progress_record (corrects) where corrects is not null;
create unique index progress_record_sent_once on progress_record (case_id, act_key) where act_key is not null;

-- a paper that somebody signed, as it was scanned
create table attachment (
    id uuid primary key,
    case_id uuid not null references support_case,
    paper varchar(60) not null,
    paper_note text,
    signed_on date not null,
    manner varchar(20) not null,
    signed_by text,
    manner_reason text,
    file_name text not null,
    kind varchar(10) not null,
    pages integer not null check (pages > 0),
    bytes integer not null check (bytes > 0),
    sha256 bytea not null check (length(sha256) = 32),
    content bytea not null,
    act_key varchar(100) not null,
    added_by varchar(255) not null,
    added_at timestamp with time zone not null,
    unique (case_id, act_key)
);
-- pictures and PDFs are packed already
alter table attachment alter column content set storage external;
create index attachment_of_case on attachment (case_id, added_at);

-- attached by mistake: marked, never deleted
create table attachment_withdrawal (
    attachment_id uuid primary key references attachment,
    reason text not null check (btrim(reason) <> ''),
    withdrawn_by varchar(255) not null,
    withdrawn_at timestamp with time zone not null
);
create trigger attachment_append_only before update or delete on attachment
    for each row execute function refuse_change();
create trigger attachment_withdrawal_append_only before update or delete on attachment_withdrawal
    for each row execute function refuse_change();
