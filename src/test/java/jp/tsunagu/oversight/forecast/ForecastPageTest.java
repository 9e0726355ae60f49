package jp.tsunagu.oversight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagu.oversight.Stays;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees what of the forecast. */
class ForecastPageTest extends OfficeStory {

    private static final String PAGE = "/oversight/forecast";

    @Autowired
    private Stays stays;

    @Autowired
    private Forecasts forecasts;

    @Autowired
    private JdbcClient database;

    @Test
    void theChiefSeesWhoseCaseWillBeLateAndOthersNoMoreThanTheyMay() {
        office.on("2026-11-05");
        String number = office.as("saeki").receives(Answers.named("見込 みさき", "みこみ みさき", "1981-02-03"));
        office.as("saeki").takes(number, "decideTriage");
        stays.update();
        forecasts.update();
        // however short others' history made it: the case has a forecast, and it is likely
        database.sql("""
                        insert into forecast_case (case_number, probability, activity_id, role, late_process, late_step)
                        select s.case_number, 0.994, s.activity_id, d.role, d.process, d.step
                        from stay s join diagram_step d on d.id = s.step_id
                        where s.case_number = ? and s.left_at is null and d.step = 'decideTriage'
                        on conflict (case_number) do update set (probability, activity_id) = (excluded.probability, excluded.activity_id)
                        """).params(number).update();

        String chiefs = office.logsIn("manabe").opens(PAGE + "?worker=saeki").text();
        assertThat(chiefs)
                .contains(number, "見込 みさき", "/cases/" + number, "高い", "99％", "佐伯")
                .contains("/oversight/steps/selfRelianceSupport/decideTriage", "振り分けを決める", "令和8年11月");
        assertThat(recorded("manabe", number)).isEqualTo(1);
        assertThat(office.logsIn("manabe").opens(PAGE + "?worker=aoki").text()).doesNotContain(number);
        assertThat(office.logsIn("manabe")
                        .opens(PAGE + "?role=ward-officer&least=low")
                        .text())
                .doesNotContain(number);

        String wards = office.logsIn("uda").opens(PAGE + "?worker=saeki").text();
        assertThat(wards).contains(number).doesNotContain("見込 みさき", "/cases/" + number);
        assertThat(recorded("uda", number)).isZero();
        for (String other : new String[] {"saeki", "minakami", "admin", "yuasa"}) {
            Answer refused = office.logsIn(other).opens(PAGE);
            assertThat(refused.status()).as(other).isEqualTo(403);
            assertThat(refused.text()).doesNotContain(number);
        }

        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        stays.update();
        assertThat(office.logsIn("manabe").opens(PAGE + "?worker=saeki").text())
                .as("once the step is done")
                .doesNotContain(number);
    }

    private int recorded(String user, String number) {
        return database.sql(
                        "select count(*) from access_record where user_id = ? and case_number = ? and action = '期限見込み表示'")
                .params(user, number)
                .query(Integer.class)
                .single();
    }
}
