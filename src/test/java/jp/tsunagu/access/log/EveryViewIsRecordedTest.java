package jp.tsunagu.access.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No door that tells something of a person is without its line in the access log: found by calling every one there is. */
class EveryViewIsRecordedTest extends OfficeStory {

    private static final Pattern BRACED = Pattern.compile("\\{(\\w+)(:[^{}]*)?}");
    private static final String NAME = "記野 録子";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient database;

    @Test
    void whateverIsReadOfACaseIsALine() {
        office.on("2026-08-03");
        String number = SubmittedPlan.of(office, NAME);
        Session manabe = office.logsIn("manabe");
        manabe.posts(
                "/cases/" + number + "/records",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "occurredOn", "R8.8.3",
                        "method", "visitInPerson",
                        "with", "PERSON",
                        "facts", "変わりなし。",
                        "nextDate", "R8.8.20"));
        Map<String, String> known = Map.of(
                "caseNumber", number,
                "form", "assess",
                "paper", "01-application",
                "message", "complaintReceived",
                "process", "x",
                "id",
                        database.sql("select r.id::text from progress_record r join support_case c on c.id = r.case_id"
                                        + " where c.case_number = ? order by r.recorded_at desc limit 1")
                                .param(number)
                                .query(String.class)
                                .single());
        Set<String> told = new TreeSet<>();
        for (String address : addressesOfACase()) {
            Matcher braced = BRACED.matcher(address);
            String path = braced.replaceAll(found -> known.get(found.group(1)));
            int before = lines("manabe", number);
            var answer = manabe.downloads(path);
            if (answer.statusCode() == 200
                    && tells(
                            answer.body(),
                            answer.headers().firstValue("Content-Type").orElse(""))) {
                told.add(address);
                assertThat(lines("manabe", number)).as(address).isGreaterThan(before);
            }
        }
        assertThat(told)
                .as("proof that something was called")
                .contains(
                        "/cases/{caseNumber}", "/cases/{caseNumber}/own-data", "/api/cases/{caseNumber}/papers/{paper}")
                .hasSizeGreaterThan(7);
        whatIsReadBesideTheFormIsALineToo(number);
    }

    /** Whoever asks for a task's data beside its form leaves a line too, as whoever opens the form does; one a day is enough. */
    private void whatIsReadBesideTheFormIsALineToo(String number) {
        JsonNode task = office.as("uda").task(number, "checkPlan");
        String id = task.path("id").asText();
        office.on("2026-08-05");
        int before = lines("uda", number);
        assertThat(office.as("uda")
                        .call("GET", "/api/tasks/" + id + "/header", null)
                        .text())
                .contains(NAME);
        assertThat(lines("uda", number)).isEqualTo(before + 1);

        office.on("2026-08-06");
        assertThat(office.as("uda")
                        .call("PUT", "/api/drafts/task/" + id, Map.of())
                        .text())
                .contains("就労準備センター");
        assertThat(lines("uda", number)).isEqualTo(before + 2);
        office.as("uda").call("PUT", "/api/drafts/task/" + id, Map.of());
        office.as("uda").call("GET", "/api/tasks/" + id + "/header", null);
        assertThat(lines("uda", number)).as("once a day").isEqualTo(before + 2);

        office.on("2026-08-07");
        String report = "/api/drafts/events/" + number + "/complaintReceived";
        before = lines("saeki", number);
        office.as("saeki").call("PUT", report, Map.of("complaintContent", "遅い"));
        assertThat(lines("saeki", number)).as("nothing is told").isEqualTo(before);
    }

    private Set<String> addressesOfACase() {
        Set<String> addresses = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.contains(RequestMethod.GET) || methods.isEmpty()) {
                mapping.getPatternValues().stream()
                        .filter(path -> path.contains("{caseNumber}") && !path.startsWith("/conferences"))
                        .forEach(addresses::add);
            }
        });
        return addresses;
    }

    /** Names the person, or is a file about them. */
    private static boolean tells(byte[] body, String type) {
        return type.startsWith("application/pdf")
                || new String(body, java.nio.charset.StandardCharsets.UTF_8).contains(NAME);
    }

    private int lines(String user, String number) {
        return database.sql("select count(*) from access_record where user_id = ? and case_number = ?")
                .params(user, number)
                .query(Integer.class)
                .single();
    }
}
