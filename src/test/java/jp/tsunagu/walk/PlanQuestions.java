package jp.tsunagu.walk;

import java.util.List;

/** I-04 and I-05: one plan, one decision, one letter (要領 第9条第6号〜第8号、第10条). */
final class PlanQuestions {

    static final List<Question> QUESTIONS =
            List.of(sameContent(), supportAsDecided(), applied(), oneLetter(), everyDecisionActs());

    /** The services that Minato decides on (就労準備支援、家計改善支援). */
    private static final String DECIDED_ON = "('employmentPreparationSupport', 'householdImprovementSupport')";

    private static final String DECISIONS = """
            from support_case c join plan p on p.case_id = c.id join plan_version v on v.plan_id = p.id
            join plan_decision d on d.plan_version_id = v.id
            cross join lateral (select i.item from jsonb_array_elements(
                coalesce(v.content->'planItems', '[]') || coalesce(v.content->'employmentItems', '[]')) i(item)) line
            where c.case_number in (:cases) and line.item->>'service' in
            """ + DECIDED_ON;

    private PlanQuestions() {}

    private static Question sameContent() {
        return new Question("I-04", "同意を受けた版・会議の版・提出した版・決定した版の内容は同じ", """
                select c.case_number, k.act || ' がない' finding
                from support_case c join plan p on p.case_id = c.id join plan_version v on v.plan_id = p.id
                join plan_decision d on d.plan_version_id = v.id
                cross join (values ('AGREED'), ('APPROVED'), ('SUBMITTED')) k(act)
                where c.case_number in (:cases)
                  and not exists (select 1 from plan_act a join plan_version o on o.id = a.plan_version_id
                      where a.act = k.act and o.plan_id = p.id and o.content_hash = v.content_hash
                        and jsonb_strip_nulls(o.content) = jsonb_strip_nulls(v.content)
                        and a.recorded_at <= d.recorded_at)
                """);
    }

    private static Question supportAsDecided() {
        return new Question("I-05", "支援決定を要する支援は、全部が、プランの決定と一緒に決まる", """
                select decided.case_number, decided.lines || ' 行に ' || decided.rows || ' 件の支援決定' finding from (
                    select c.case_number, d.id,
                        (select count(*) from jsonb_array_elements(coalesce(v.content->'planItems', '[]')
                            || coalesce(v.content->'employmentItems', '[]')) i(item)
                         where i.item->>'service' in """ + DECIDED_ON + """
                        ) lines,
                        (select count(*) from support_decision s where s.plan_decision_id = d.id) rows,
                        d.decision_type type
                    from support_case c join plan p on p.case_id = c.id join plan_version v on v.plan_id = p.id
                    join plan_decision d on d.plan_version_id = v.id where c.case_number in (:cases)) decided
                where decided.lines <> decided.rows
                """);
    }

    private static Question applied() {
        return new Question(
                "I-05",
                "支援決定を要する支援は、本人が申し込んでいる",
                "select c.case_number, line.item->>'service' finding " + DECISIONS
                        + " and not coalesce((line.item->>'applied')::boolean, false)");
    }

    private static Question oneLetter() {
        return new Question("I-05", "支援決定の行為ごとに第6号様式が一通だけ、なければ一通もない", """
                select c.case_number, '第6号様式が ' || (select count(*) from notice n where n.case_id = c.id
                    and n.kind = 'SUPPORT_DECISION' and n.cause = d.id::text) || ' 通' finding
                from support_case c join plan p on p.case_id = c.id join plan_version v on v.plan_id = p.id
                join plan_decision d on d.plan_version_id = v.id
                where c.case_number in (:cases)
                  and (select count(*) from notice n where n.case_id = c.id and n.kind = 'SUPPORT_DECISION'
                       and n.cause = d.id::text and jsonb_array_length(n.content->'services')
                           = (select count(*) from support_decision s where s.plan_decision_id = d.id))
                   <> case when exists (select 1 from support_decision s where s.plan_decision_id = d.id)
                      then 1 else 0 end
                """);
    }

    /** Each "decided" that somebody sent made exactly one decision, and there is no decision that nobody sent. */
    private static Question everyDecisionActs() {
        return new Question("I-05", "決定の行為一つに、決定の記録一つ", """
                select c.case_number, '決定の様式と決定の記録の数が違う' finding from support_case c
                where c.case_number in (:cases)
                  and (select count(*) from form_document d where d.case_id = c.id
                       and d.step in ('decidePlan', 'recordExternalDecision') and d.data->>'wardDecision' = 'decided')
                   <> (select count(*) from plan_decision x join plan_version v on v.id = x.plan_version_id
                       join plan p on p.id = v.plan_id where p.case_id = c.id)
                """);
    }
}
