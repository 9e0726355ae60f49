package jp.tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.oversight.forecast.Forecasts;
import jp.tsunagu.story.Answers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of what will be late, by keyboard and without barriers: with nothing to judge it by yet, and after a quarter. */
@Tag("own-application")
class ForecastPageStoryTest extends BrowserStory {

    @Autowired
    private Stays stays;

    @Autowired
    private Forecasts forecasts;

    @Autowired
    private JdbcClient database;

    @Test
    void theChiefNarrowsTheForecastAndReadsHowGoodItWas() {
        office.on("2026-11-05");
        List<String> numbers = List.of(
                office.as("saeki").receives(Answers.named("試野 海", "ためしの うみ", "1981-02-03")),
                office.as("saeki").receives(Answers.named("見本 陸", "みほん りく", "1972-05-06")),
                office.as("aoki").receives(Answers.named("例沢 空", "れいざわ そら", "1990-07-08")));
        office.as("saeki").takes(numbers.get(0), "decideTriage");
        office.as("aoki").takes(numbers.get(2), "decideTriage");
        stays.update();
        forecasts.update();
        database.sql("delete from forecast_case").update();
        for (int one = 0; one < numbers.size(); one++) {
            database.sql("""
                            insert into forecast_case (case_number, probability, activity_id, role, late_process, late_step)
                            select s.case_number, ?, s.activity_id, d.role, d.process, ?
                            from stay s join diagram_step d on d.id = s.step_id
                            where s.case_number = ? and s.left_at is null and d.step = 'decideTriage'
                            """)
                    .params(0.82 - one * 0.2, "decideTriage", numbers.get(one))
                    .update();
        }
        Page page = at("manabe").visits("/oversight/forecast");
        assertThat(page.locator("tbody")).containsText(numbers.get(0));
        assertThat(page.locator("#content")).containsText("まだ答え合わせができる見込みがありません");
        assertThat(at("manabe").barriersOfPage()).isEmpty();
        shot(page, "forecast-first");

        for (int week = 0; week < 13; week++) {
            for (int tenth = 0; tenth < 10; tenth++) {
                database.sql("insert into forecast_week values (date '2026-07-27' + ?, ?, ?, ?, ?)")
                        .params(
                                7 * week,
                                tenth,
                                20 - tenth,
                                (20 - tenth) * (tenth + 0.5) / 10,
                                (20 - tenth) * tenth / 9)
                        .update();
            }
        }
        page = at("manabe").visits("/oversight/forecast");
        page.locator("#worker").selectOption("aoki");
        page.locator("#worker").press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody").first()).containsText(numbers.get(2));
        assertThat(page.locator("tbody").first()).not().containsText(numbers.get(0));
        assertThat(page.locator("svg[role=img]")).isVisible();
        assertThat(at("manabe").barriersOfPage()).isEmpty();
        shot(page, "forecast-quarter");
        database.sql("delete from forecast_week").update();
        endsWithPeople(1);
    }

    private static void shot(Page page, String name) {
        page.setViewportSize(1280, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
