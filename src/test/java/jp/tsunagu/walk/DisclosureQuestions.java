package jp.tsunagu.walk;

import java.util.List;

/** I-02 and I-03: nothing is disclosed without consent or law (要領 第12条、第9条第2号). */
final class DisclosureQuestions {

    static final List<Question> QUESTIONS =
            List.of(consentStands(), withdrawnIsWithdrawn(), isLogged(), isOnRecord(), oneConsent());

    private static final String LATEST_CONSENT = """
            from support_case c join form_document s on s.case_id = c.id and s.step = 'sendReferral'
            left join lateral (select case d.step when 'consentWithdrawn' then '{"consent": "none"}'::jsonb
                    else d.data end as data from form_document d where d.case_id = c.id
                and d.step in ('obtainApplicationAndConsent', 'consentWithdrawn') and d.case_version < s.case_version
                order by d.case_version desc limit 1) consent on true
            where c.case_number in (:cases) and s.data->>'referralGround' = 'consent'
            """;

    private DisclosureQuestions() {}

    private static Question consentStands() {
        return new Question("I-02", "本人の同意を根拠に渡すのは、同意があり、その範囲に入る機関だけ", """
                select c.case_number, s.data->>'referralAgency' || 'へ、同意 '
                    || coalesce(consent.data->>'consent', 'なし') finding
                """ + LATEST_CONSENT + """
                  and not coalesce(consent.data->>'consent' = 'full'
                      or (consent.data->>'consent' = 'partial'
                          and jsonb_exists(consent.data->'consentScope', s.data->>'referralAgency')), false)
                """);
    }

    private static Question withdrawnIsWithdrawn() {
        return new Question(
                "I-03", "同意がなくなったら、その後は同意を根拠に渡さない", """
                select c.case_number, s.data->>'referralAgency' finding
                """ + LATEST_CONSENT + " and consent.data->>'consent' = 'none'");
    }

    private static Question isLogged() {
        return new Question("I-02", "渡した相手・項目・根拠が残る", """
                select c.case_number, s.step || ' ' || coalesce(s.data->>'referralGround', '根拠なし') finding
                from support_case c join form_document s on s.case_id = c.id
                where c.case_number in (:cases)
                  and (s.step = 'sendReferral' and s.data->>'referralGround' is distinct from 'personGoes'
                       and (s.data->>'referralOffice' is null or s.data->>'referralGround' is null
                            or coalesce(jsonb_array_length(nullif(s.data->'sharedItems', 'null'::jsonb)), 0) = 0)
                    or s.step = 'handOverToWelfareOffice' and s.data->>'welfareWish' = 'wants'
                       and (s.data->>'welfareOfficeName' is null or s.data->>'handoverContent' is null
                            or s.data->>'handoverConsent' is null)
                    or s.step = 'handOverToNewMunicipality' and (s.data->>'transferWanted')::boolean
                       and (s.data->>'transferOffice' is null or not (s.data->>'transferConsent')::boolean
                            or coalesce(jsonb_array_length(nullif(s.data->'transferItems', 'null'::jsonb)), 0) = 0))
                """);
    }

    private static Question isOnRecord() {
        return new Question("I-02", "どの提供も、提供の記録に一度だけ載る", """
                select c.case_number, s.step || ' ' || s.act_date finding
                from support_case c join form_document s on s.case_id = c.id
                where c.case_number in (:cases)
                  and (s.step = 'sendReferral' and s.data->>'referralGround' <> 'personGoes'
                    or s.step = 'handOverToWelfareOffice' and s.data->>'welfareWish' = 'wants'
                    or s.step = 'handOverToNewMunicipality' and (s.data->>'transferWanted')::boolean)
                  and 1 <> (select count(*) from disclosure d where d.case_id = c.id and d.step = s.step
                    and d.case_version = s.case_version)
                """);
    }

    private static Question oneConsent() {
        return new Question("I-03", "効いている同意は一つだけ", """
                select c.case_number, count(*) || ' の同意' finding
                from support_case c join consent k on k.case_id = c.id
                where c.case_number in (:cases) and k.withdrawn_on is null group by c.case_number having count(*) > 1
                """);
    }
}
