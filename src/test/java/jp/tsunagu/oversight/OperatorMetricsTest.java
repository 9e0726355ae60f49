package jp.tsunagu.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What those who watch over the machine may read: numbers by process and step, and nothing of anybody. */
class OperatorMetricsTest extends OfficeStory {

    private static final String METRICS = "/actuator/prometheus";

    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(_[a-z]+)+\\b");

    /** Of the query language and of labels; all other words with an underscore are names of figures. */
    private static final Set<String> WORDS = Set.of("label_values");

    @Autowired
    Stays stays;

    @Test
    void onlyTheSystemAdministratorReadsThem() {
        assertThat(office.anonymously("GET", METRICS, null).status()).isEqualTo(401);
        assertThat(office.as("admin").call("GET", METRICS, null).status()).isEqualTo(200);
        for (String other : List.of("saeki", "manabe", "minakami", "tezuka")) {
            assertThat(office.as(other).call("GET", METRICS, null).status())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    void theyFollowTheCasesAndSayNothingOfThem() {
        someCase();
        String waiting = "tsunagu_waiting{process=\"selfRelianceSupport\",step=\"decideTriage\"}";
        String overdue = "tsunagu_overdue{process=\"selfRelianceSupport\",step=\"decideTriage\"}";
        double before = value(waiting);
        String number = office.as("saeki").receives(Answers.named("計測 花子", "けいそく はなこ", "1980-01-02"));
        stays.update();
        assertThat(value(waiting)).as("not read again at once").isEqualTo(before);
        office.clock("2026-09-15T10:01:00");
        assertThat(value(waiting)).isEqualTo(before + 1);
        double late = value(overdue);
        office.clock("2026-12-15T10:00:00");
        assertThat(value(overdue)).isGreaterThan(late);
        assertThat(value("tsunagu_changes_to_count")).isZero();
        assertThat(read()).doesNotContain(number, "計測", "saeki", "worker=");
    }

    @Test
    void theReadyDashboardAsksForNothingThatIsNotThere() throws IOException {
        someCase();
        // a request is counted when it is over
        read();
        String all = read();
        var dashboard =
                new ObjectMapper().readTree(Path.of("docs/grafana/tsunagu.json").toFile());
        Set<String> asked = Stream.of("expr", "query")
                .flatMap(key -> dashboard.findValuesAsText(key).stream())
                .flatMap(text -> NAME.matcher(text).results().map(MatchResult::group))
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
        assertThat(asked)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(all).containsPattern("(?m)^" + name + "[ {]"));
    }

    /** The steps are learnt with the first. */
    private void someCase() {
        office.clock("2026-09-14T10:00:00");
        office.as("saeki").receives(Answers.named("計測 一郎", "けいそく いちろう", "1980-01-02"));
        stays.update();
        office.clock("2026-09-15T10:00:00");
    }

    private double value(String figure) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(figure) + " (\\S+)$").matcher(read());
        assertThat(line.find()).as(figure).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private String read() {
        Office.Answer answer = office.as("admin").call("GET", METRICS, null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
