package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes start at the same moment on an empty database: both come up, and everything is there exactly once. */
@Tag("full")
class TwoNodesIT {

    @AutoClose
    private static Installation installation;

    private static JdbcClient database;
    private static List<Office> nodes;

    @BeforeAll
    static void startBoth() throws IOException, SQLException {
        installation = Installation.empty();
        database = installation.database();
        List<RunningNode> starting;
        try (Connection startLine = installation.dataSource().getConnection()) {
            lock(startLine);
            starting = List.of(installation.start(), installation.start());
            // the faster one waits for the other: so both begin to prepare things at the same moment, in every run
            await().atMost(Duration.ofMinutes(3)).until(() -> waiting() == 2);
        }
        nodes = starting.stream().map(RunningNode::ready).toList();
        Staff.enter(nodes.get(0));
    }

    private static void lock(Connection startLine) throws SQLException {
        try (PreparedStatement take = startLine.prepareStatement("select pg_advisory_lock(?)")) {
            take.setLong(1, StartUp.LOCK);
            take.execute();
        }
    }

    private static long waiting() {
        return database.sql("select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted")
                .param(StartUp.LOCK)
                .query(Long.class)
                .single();
    }

    private static int packaged(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return (int) files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }

    private static List<String> rows(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    /** A key for each definition, as often as it has versions. */
    private static List<String> definitions(Office node, String kind) {
        List<String> keys = new ArrayList<>();
        for (JsonNode definition : node.as("admin").get("/engine-rest/" + kind)) {
            keys.add(definition.path("key").asText());
        }
        return keys;
    }

    @Test
    void everyProcedureIsDeployedOnce() throws IOException {
        for (Office node : nodes) {
            assertThat(definitions(node, "process-definition"))
                    .hasSize(packaged("processes", ".bpmn"))
                    .doesNotHaveDuplicates();
            assertThat(definitions(node, "decision-definition"))
                    .hasSizeGreaterThanOrEqualTo(packaged("processes", ".dmn"))
                    .doesNotHaveDuplicates();
        }
        assertThat(rows("select key_ from act_re_camformdef"))
                .hasSize(packaged("forms", ".form"))
                .doesNotHaveDuplicates();
        assertThat(rows("select id_ from act_re_deployment")).hasSize(1);
    }

    @Test
    void oneProcedureSetNamesThemAll() {
        assertThat(rows("select id from procedure_set")).hasSize(1);
        assertThat(rows("select part || ' ' || part_key from procedure_set_part"))
                .containsExactlyInAnyOrderElementsOf(rows("select 'PROCESS ' || key_ from act_re_procdef union all "
                        + "select 'DECISION ' || key_ from act_re_decision_def union all "
                        + "select 'FORM ' || key_ from act_re_camformdef"));
    }

    @Test
    void theSchemaWasBuiltOnce() throws IOException {
        assertThat(rows("select version from flyway_schema_history where success"))
                .hasSize(packaged("src/main/resources/db/migration", ".sql"))
                .doesNotHaveDuplicates();
        assertThat(rows("select version from flyway_schema_history where not success"))
                .isEmpty();
    }

    @Test
    void whatTheStartPreparesIsThereOnce() {
        assertThat(rows("select name_ from act_ru_filter")).isNotEmpty().doesNotHaveDuplicates();
        assertThat(rows("select concat_ws(' ', type_, group_id_, user_id_, resource_type_, resource_id_) "
                        + "from act_ru_authorization"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(rows("select user_id_ from act_id_membership where group_id_ = 'camunda-admin'"))
                .hasSize(1);
        assertThat(rows("select id_ from act_ru_job where handler_type_ = 'history-cleanup'"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aCaseBegunAtOneNodeGoesOnAtTheOther() {
        String number = nodes.get(0).as("saeki").receives(Answers.reception());
        nodes.get(1).as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));

        assertThat(nodes.get(0).as("saeki").steps(number)).containsExactly("obtainApplicationAndConsent");
    }
}
