package jp.tsunagu.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the columns of the ledger for the few cases of a page, in one statement. */
@Component
class CaseRows {

    private static final String SELECT = """
            select c.id, p.id as person, c.case_number, p.name, p.kana, p.birth_date,
              p.contact_restricted or is_restricted(c.case_number) as contact_restricted,
              is_restricted(c.case_number) as named_only, c.received_on, c.status, c.closed_on,
              c.next_date, c.last_contact_on,
              c.fields,
              (select string_agg(w.role || ':' || %s, ',' order by w.since)
               from case_worker w left join act_id_user u on u.id_ = w.user_id
               where w.case_id = c.id and w.until is null) as workers,
              step.name_ as step, step.who as step_of, late.due as late_due,
              consent.answer as consent, consent.withdrawn_on as consent_withdrawn_on,
              (select count(*) from unconfirmed_referral u where u.case_number = c.case_number) as unconfirmed,
              (select count(*) from referral r where r.case_id = c.id and r.closed_on is null) as referrals,
              (select max(number) from plan where case_id = c.id) as plans,
              decision.decided_on, decision.services, decision.from_day, decision.to_day,
              (select max(f.held_on) from conference_item i join conference f on f.id = i.conference_id
               where i.case_id = c.id) as conference_on,
              (select max(v.long_) from act_ru_variable v where v.proc_inst_id_ = c.process_instance_id
                 and v.name_ = 'nextEvaluationDate') as evaluation_at,
              (select max(v.long_) from act_ru_variable v where v.proc_inst_id_ = c.process_instance_id
                 and v.name_ = 'nextFollowUpDate') as follow_up_at
            from support_case c join person p on p.id = c.person_id
            left join lateral (
              select t.name_, case when t.assignee_ is not null then %s end as who
              from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
              left join act_id_user u on u.id_ = t.assignee_
              where e.business_key_ = c.case_number order by t.due_date_ nulls last, t.id_ limit 1) step on true
            left join lateral (
              select min(o.due)::timestamptz as due from open_deadline o where o.case_number = c.case_number) late on true
            left join lateral (
              select answer, withdrawn_on from consent where case_id = c.id
              order by withdrawn_on is not null, given_on desc limit 1) consent on true
            left join lateral (
              select d.decided_on, min(s.from_day) as from_day, max(s.to_day) as to_day,
                string_agg(distinct coalesce((
                  select g.name from service_catalogue g where g.municipality = c.municipality and g.code = s.service
                    and g.valid_from <= d.decided_on order by g.valid_from desc limit 1), s.service), '、') as services
              from plan l join plan_version v on v.plan_id = l.id join plan_decision d on d.plan_version_id = v.id
              left join support_decision s on s.plan_decision_id = d.id
              where l.case_id = c.id group by d.id, d.decided_on, d.recorded_at
              order by d.recorded_at desc limit 1) decision on true
            where c.case_number = any (:numbers)""".formatted(nameOr("w.user_id"), nameOr("t.assignee_"));

    private final JdbcClient database;
    private final Vault vault;
    private final CaseText text;

    CaseRows(JdbcClient database, Vault vault, CaseText text) {
        this.vault = vault;
        this.database = database;
        this.text = text;
    }

    /** Family name first, as {@code Members.nameOf} writes it; the account where it has no name. */
    private static String nameOr(String account) {
        return "coalesce(nullif(trim(concat(u.first_, ' ', u.last_)), ''), " + account + ")";
    }

    /** In the order of the numbers. */
    List<CaseRow> of(Collection<String> numbers, Moment moment) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, CaseRow> rows = new HashMap<>();
        database.sql(SELECT)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, number) -> text.row(new Columns(row, vault), moment))
                .list()
                .forEach(row -> rows.put(row.number(), row));
        return numbers.stream().map(rows::get).filter(Objects::nonNull).toList();
    }
}
