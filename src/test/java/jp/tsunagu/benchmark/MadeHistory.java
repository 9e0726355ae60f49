package jp.tsunagu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** An office's history that never happened, in the engine's tables: what it is like is told in {@code made-history.sql}. */
final class MadeHistory {

    private static final int VERSIONS = 3;

    private static final List<String> DIAGRAMS = List.of(
            "self-reliance-support", "plan-decision", "referral", "welfare-office-referral", "emergency-support");

    private final Tsunagu tsunagu;
    private final JdbcTemplate database;

    MadeHistory(Tsunagu tsunagu) {
        this.tsunagu = tsunagu;
        database = new JdbcTemplate(tsunagu.database());
    }

    /** Two more versions of every diagram that cases have passed. */
    void deployVersions() {
        for (int version = 2; version <= VERSIONS; version++) {
            DeploymentBuilder deployment =
                    tsunagu.engine().getRepositoryService().createDeployment();
            for (String diagram : DIAGRAMS) {
                deployment.addClasspathResource("processes/" + diagram + ".bpmn");
            }
            deployment.deploy();
        }
    }

    /** Past the triggers, which a rebuild makes up for. */
    void fill(int openTasks, int finished) {
        String[] statements = sql().replace("{open}", String.valueOf(openTasks))
                .replace("{finished}", String.valueOf(finished))
                .split(";\\s*\\n");
        database.execute((Connection connection) -> {
            try (var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("set local session_replication_role = replica");
                statement.execute("set local synchronous_commit = off");
                statement.execute("set local work_mem = '256MB'");
                for (String one : statements) {
                    statement.execute(one);
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
            return null;
        });
        database.execute("vacuum analyze");
    }

    long open() {
        return database.queryForObject("select count(*) from act_ru_task", Long.class);
    }

    long finished() {
        return database.queryForObject("select count(*) from act_hi_actinst where end_time_ is not null", Long.class);
    }

    /** Every version of a diagram in which a case is or was. */
    List<String> definitions() {
        return database.queryForList("select distinct proc_def_id_ from act_hi_procinst", String.class);
    }

    private static String sql() {
        try {
            return new ClassPathResource("made-history.sql", MadeHistory.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
