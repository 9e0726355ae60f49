package jp.tsunagu.disposal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A thousand people less one, each with words of their own everywhere, planted beside one who really lived through a case. */
final class Thousand {

    private static final String NUMBERS = "R1-8%";

    private final JdbcClient database;

    Thousand(JdbcClient database) {
        this.database = database;
    }

    void plant() {
        database.sql("""
                        with made as (
                          select n, gen_random_uuid() as person, gen_random_uuid() as id from generate_series(1, 999) n
                        ), people as (
                          insert into person (id, name, kana, birth_date, version)
                          select person, convert_to('別人' || n || '号', 'UTF8'), convert_to('べつじん' || n, 'UTF8'),
                            convert_to((date '1950-01-01' + n * 20)::text, 'UTF8'), 0 from made
                        ), cases as (
                          insert into support_case (id, case_number, municipality, person_id, received_on, status, closed_on, fields,
                            field_changes, version)
                          select id, 'R1-' || 80000 + n, 'minato', person, date '2019-06-01' + n % 30, 'CLOSED', '2030-06-01',
                            convert_to(jsonb_build_object('name', '別人' || n || '号', 'sex', case n % 2 when 0 then 'male' else 'female' end,
                              'birthDate', (date '1950-01-01' + n * 20)::text, 'contactRoute', 'selfVisit', 'closingReason', 'moved',
                              'concernDetail', '別人の打ち明け話' || n)::text, 'UTF8'), '{}', 1 from made
                        ), documents as (
                          insert into form_document (id, case_id, form, form_version, version, step, author, act_date, recorded_at,
                            case_version, data)
                          select gen_random_uuid(), id, 'reception', 1, 1, 'reception', 'saeki', '2019-06-01', now(), 1,
                            convert_to(jsonb_build_object('concernDetail', '別人の打ち明け話' || n)::text, 'UTF8') from made
                        )
                        insert into progress_record (id, case_id, occurred_on, method, facts, step, recorded_by, recorded_at)
                        select gen_random_uuid(), id, '2019-06-01', 'visitInPerson', convert_to('別人の話' || n, 'UTF8'), 'reception', 'saeki', now() from made
                        """).update();
    }

    /** How many of them are as they were. */
    int whole() {
        return database.sql("""
                        select count(*) from support_case c join person p on p.id = c.person_id
                        join form_document d on d.case_id = c.id join progress_record r on r.case_id = c.id
                        where c.case_number like ? and p.name is not null
                        """).param(NUMBERS).query(Integer.class).single();
    }

    /** In one statement, and so on one connection: the triggers that keep rows are off for it alone. */
    void remove() {
        database.sql("""
                        do $$ begin
                          set local session_replication_role = replica;
                          delete from case_retention where case_number like 'R1-8%';
                          delete from form_document where case_id in (select id from support_case where case_number like 'R1-8%');
                          delete from progress_record where case_id in (select id from support_case where case_number like 'R1-8%');
                          create temporary table gone on commit drop as
                            select person_id from support_case where case_number like 'R1-8%';
                          delete from support_case where case_number like 'R1-8%';
                          delete from person where id in (select person_id from gone);
                        end $$
                        """).update();
    }
}
