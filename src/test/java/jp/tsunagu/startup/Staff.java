package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Roles;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;

/** The first people of an installation, entered by its administrator as the account pages do it. */
public final class Staff {

    private static final Map<String, String> ROLES = Map.of(
            "saeki", Roles.CONSULTATION_SUPPORTER,
            "manabe", Roles.CHIEF,
            "kobayakawa", Roles.EMPLOYMENT_SUPPORTER,
            "uda", Roles.WARD_OFFICER,
            "otsuki", Roles.WARD_SUBSECTION_CHIEF,
            "kaji", Roles.WARD_SECTION_CHIEF);

    private Staff() {}

    public static void enter(Office office) {
        ROLES.forEach((account, role) -> {
            Map<String, Object> profile = Map.of("id", account, "firstName", account, "lastName", "");
            done(office.as("admin")
                    .call(
                            "POST",
                            "/engine-rest/user/create",
                            Map.of("profile", profile, "credentials", Map.of("password", "demo"))));
            done(office.as("admin").call("PUT", "/engine-rest/group/" + role + "/members/" + account, List.of()));
        });
    }

    private static void done(Answer answer) {
        assertThat(answer.ok()).as("%s", answer).isTrue();
    }
}
