package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.log.Sealer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the program does instead of serving, beside an application that serves from the same database. */
class CommandsTest extends OfficeStory {

    private static final String VERIFY = "--tsunagu.command=verify-access-log";

    @Autowired
    private AccessLog log;

    @Autowired
    private Sealer sealer;

    @Autowired
    private HikariDataSource database;

    @Autowired
    private JdbcTemplate plain;

    @Test
    void theAccessLogIsVerifiedAndItsExitCodeSaysWhatCameOut() {
        office.on("2026-06-01");
        log.record("saeki", "R8-90010", "閲覧", "case");
        sealer.seal();
        assertThat(run(VERIFY)).isZero();
        assertThat(run(VERIFY, "--tsunagu.anchor=1:" + "0".repeat(64)))
                .as("a seal that is not in the chain")
                .isEqualTo(1);
        String changed = "update access_record set user_id = '%s' where case_number = 'R8-90010'";
        plain.execute("alter table access_record disable trigger access_record_append_only");
        try {
            plain.execute(changed.formatted("aoki"));
            assertThat(run(VERIFY)).isEqualTo(1);
        } finally {
            plain.execute(changed.formatted("saeki"));
            plain.execute("alter table access_record enable always trigger access_record_append_only");
        }
        assertThat(run(VERIFY)).isZero();
        assertThat(run("--tsunagu.command=something")).isEqualTo(2);
        assertThat(run(VERIFY, "--tsunagu.anchor=unreadable")).isEqualTo(2);
        assertThat(Commands.run(VERIFY, "--spring.datasource.url=jdbc:postgresql://localhost:1/nothing"))
                .as("no database")
                .isEqualTo(3);
        assertThat(Commands.asked("--server.port=1")).isEmpty();
    }

    private int run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--spring.datasource.url=" + database.getJdbcUrl());
        arguments.add("--spring.datasource.username=postgres");
        // the logging of the tests stays as it is
        arguments.add("--logging.level.root=warn");
        return Commands.run(arguments.toArray(String[]::new));
    }
}
