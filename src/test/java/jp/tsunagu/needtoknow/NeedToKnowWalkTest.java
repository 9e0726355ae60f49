package jp.tsunagu.needtoknow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.Test;

/** Random persons do random things with random cases, and see what the rule, written here once more, lets them see. */
class NeedToKnowWalkTest extends OfficeStory {

    private static final int STEPS = 100;

    private static final List<String> PEOPLE = List.of(
            "saeki",
            "aoki",
            "manabe",
            "kobayakawa",
            "nishina",
            "uda",
            "otsuki",
            "kaji",
            "yuasa",
            "minakami",
            "kansa",
            "tezuka",
            "admin");
    private static final List<String> NAMEABLE =
            List.of("saeki", "aoki", "kobayakawa", "nishina", "uda", "otsuki", "kaji");
    private static final Set<String> LINE =
            Set.of("saeki", "aoki", "manabe", "kobayakawa", "nishina", "uda", "otsuki", "kaji");
    private static final Set<String> WARD = Set.of("uda", "otsuki", "kaji");
    private static final String CHIEF = "manabe";

    /** What the test knows of a case. */
    private static final class Known {
        private final String number;
        private final String name;
        private final boolean submitted;
        private String owner;
        private Set<String> named;
        private final Map<String, LocalDate> readToday = new HashMap<>();

        private Known(String number, String name, String owner, boolean submitted) {
            this.number = number;
            this.name = name;
            this.owner = owner;
            this.submitted = submitted;
        }

        private boolean mayKnow(String user) {
            return LINE.contains(user) && (named == null || named.contains(user));
        }

        private boolean mayRead(String user, LocalDate today) {
            return mayKnow(user)
                    && (named != null
                            || user.equals(owner)
                            || user.equals(CHIEF)
                            || submitted && WARD.contains(user)
                            || today.equals(readToday.get(user)));
        }

        private void ownedByNamed() {
            if (!named.contains(owner)) {
                owner = new TreeSet<>(named)
                        .stream()
                                .filter(Set.of("saeki", "aoki")::contains)
                                .findFirst()
                                .orElse(CHIEF);
            }
        }
    }

    private final Map<String, Office.Session> sessions = new HashMap<>();
    private final List<Known> cases = new ArrayList<>();
    private LocalDate today = LocalDate.of(2026, 7, 1);

    @Test
    void nobodySeesWhatTheRuleForbids() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        office.on(today.toString());
        cases.add(new Known(SubmittedPlan.of(office, "歩行 零子"), "歩行 零子", "saeki", true));
        for (String name : List.of("歩行 一子", "歩行 二子", "歩行 三子", "歩行 四子", "歩行 五子")) {
            String owner = random.nextBoolean() ? "saeki" : "aoki";
            String number = office.as(owner).receives(Answers.named(name, "ほこう", "1991-01-01"));
            cases.add(new Known(number, name, owner, false));
        }
        for (int step = 0; step < STEPS; step++) {
            act(random);
            look(any(PEOPLE, random), any(cases, random), "seed " + seed + ", step " + step);
        }
        for (String user : PEOPLE) {
            lists(user, "seed " + seed);
        }
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private Office.Session at(String user) {
        return sessions.computeIfAbsent(user, office::logsIn);
    }

    private void act(Random random) {
        Known one = any(cases, random);
        String user = any(PEOPLE, random);
        switch (random.nextInt(12)) {
            case 0 -> {
                today = today.plusDays(1);
                office.clock(today + "T10:00");
            }
            case 1, 2 -> restrict(one, random);
            case 3, 4 -> name(one, any(NAMEABLE, random), random.nextBoolean());
            case 5, 6, 7, 8 -> {
                at(user).posts("/viewings", Map.of("number", one.number, "reason", "OTHER", "note", "歩行"));
                if (one.mayKnow(user) && !one.mayRead(user, today)) {
                    one.readToday.put(user, today);
                }
            }
            default -> lists(user, "walk");
        }
    }

    private void restrict(Known one, Random random) {
        if (one.named != null) {
            return;
        }
        Set<String> named = new HashSet<>(List.of(any(NAMEABLE, random), any(NAMEABLE, random)));
        at(CHIEF)
                .posts(
                        "/cases/" + one.number + "/restriction",
                        Map.of("reason", "OTHER", "note", "歩行", "named", String.join(",", named)));
        named.add(CHIEF);
        one.named = named;
        one.ownedByNamed();
    }

    private void name(Known one, String other, boolean remove) {
        if (one.named == null) {
            return;
        }
        at(CHIEF)
                .posts(
                        "/cases/" + one.number + "/restriction/named",
                        Map.of("account", other, "remove", String.valueOf(remove)));
        if (remove) {
            one.named.remove(other);
        } else {
            one.named.add(other);
        }
        one.ownedByNamed();
    }

    private void look(String user, Known one, String when) {
        int expected = one.mayRead(user, today) ? 200 : 403;
        for (String page : List.of("/cases/" + one.number, "/api/cases/" + one.number + "/papers")) {
            assertThat(at(user).call("GET", page, null).status())
                    .as("%s: %s opens %s", when, user, page)
                    .isEqualTo(expected);
        }
    }

    /** Every list there is: tasks by REST and with their cards, the ledger and its search, notices, stuck cases, the watch. */
    private void lists(String user, String when) {
        JsonNode tasks = at(user).call("GET", "/engine-rest/task", null).json();
        StringBuilder ids = new StringBuilder("/api/task-cards?id=none");
        tasks.forEach(task -> ids.append("&id=").append(task.path("id").asText()));
        List<String> seen = new ArrayList<>(List.of(
                tasks.toString(),
                at(user).call("GET", ids.toString(), null).text(),
                at(user).opens("/notices?show=news").text(),
                at(user).call("GET", "/api/watch", null).text(),
                at(user).opens("/cases").text(),
                at(user).opens("/cases?scope=office").text(),
                at(user).opens("/oversight/steps/selfRelianceSupport/decideTriage")
                        .text(),
                at(user).opens("/oversight/forecast").text(),
                at(user).opens("/conferences").text()));
        cases.forEach(one -> seen.add(
                at(user).posts("/cases", Map.of("words", one.name)).text().replace("value=\"" + one.name + "\"", "")));
        for (String text : seen) {
            for (Known one : cases) {
                if (!one.mayRead(user, today)) {
                    assertThat(shownRows(text))
                            .as("%s: %s sees the name", when, user)
                            .doesNotContain(one.name);
                }
                if (!one.mayKnow(user) && one.named != null) {
                    assertThat(text).as("%s: %s sees the number", when, user).doesNotContain(one.number);
                }
            }
        }
    }

    /** The page repeats what was searched for, beside what it found. */
    private static String shownRows(String text) {
        int table = text.indexOf("<tbody");
        return text.startsWith("<") ? table < 0 ? "" : text.substring(table) : text;
    }
}
