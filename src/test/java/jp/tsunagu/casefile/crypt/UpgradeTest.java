package jp.tsunagu.casefile.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.tsunagu.story.OfficeStory;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database from before there was encryption: read as it is meanwhile, then encrypted, and nothing of it lost. */
class UpgradeTest extends OfficeStory {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000042");

    private static final String BEFORE = """
            insert into person (id, name, kana, birth_date, version, search_text, search_rules)
            values (:id, '旧田 登録', 'キュウダ とうろく', '1950-04-01', 3, 'x', 1);
            insert into support_case (id, case_number, municipality, person_id, received_on, status, fields, field_changes, version)
            values (:id, 'R7-00001', 'minato', :id, '2025-05-01', 'OPEN', '{"name": "旧田 登録", "address": "旧町"}', '{}', 1);
            insert into form_document (id, case_id, form, form_version, version, step, author, act_date, recorded_at, case_version, data)
            values (:id, :id, 'reception', 1, 1, 'reception', 'saeki', '2025-05-01', now(), 1, '{"name": "旧田 登録"}');
            insert into form_draft (user_id, subject, data, saved_at) values ('saeki', 'task:1', '{"typed": "旧文"}', now());
            insert into progress_record (id, case_id, occurred_on, method, facts, step, recorded_by, recorded_at)
            values (:id, :id, '2025-05-01', 'phone', '旧い事実', 'reception', 'saeki', now());
            insert into attachment (id, case_id, paper, signed_on, manner, file_name, kind, pages, bytes, sha256, content, act_key,
              added_by, added_at)
            values (:id, :id, 'OTHER', '2025-05-01', 'SIGNED', '旧.pdf', 'PDF', 1, 4, sha256('%PDF'), '%PDF', 'a', 'saeki', now());
            insert into plan (id, case_id, number) values (:id, :id, 1);
            insert into plan_version (id, plan_id, version, content, content_hash, author, created_at)
            values (:id, :id, 1, '{"goal": "旧い目標", "planItems": [{"service": "informal"}]}', 'h', 'saeki', now());
            insert into case_unlock (id, case_number, user_id, reason, note, at, until)
            values (:id, 'R7-00001', 'saeki', 'CONTACT', '旧い訳', now(), now())""";

    @Autowired
    private DataSource shared;

    @Test
    void whatWasThereIsReadAndEncrypted() throws Exception {
        JdbcClient.create(shared).sql("create database before_encryption").update();
        DriverManagerDataSource source = new DriverManagerDataSource(
                shared.unwrap(HikariDataSource.class).getJdbcUrl().replaceFirst("/postgres\\?", "/before_encryption?"));
        JdbcClient database = JdbcClient.create(source);
        Flyway.configure().dataSource(source).target("39?").load().migrate();
        database.sql(BEFORE.replace(":id", "'" + ID + "'")).update();
        Flyway.configure().dataSource(source).load().migrate();

        assertThat(database.sql("select services[1] from plan_version")
                        .query(String.class)
                        .single())
                .isEqualTo("informal");
        Node node = new Node(source, Opened.KEY);
        node.start();
        assertThat(read(node, database, "person", "name"))
                .as("not encrypted yet")
                .isEqualTo("旧田 登録");
        assertThat(node.found("きゆう")).as("found at once").isEqualTo(1);
        assertThat(node.resealing.counts()).containsOnlyKeys("plain");
        for (int batch = 0; batch < 5; batch++) {
            node.batch(batch == 3);
        }
        assertThat(node.resealing.counts().keySet())
                .as("half way")
                .contains("plain", node.keys.first().id());
        node = new Node(source, Opened.KEY);
        node.start();
        node.resealing.run();

        assertThat(node.resealing.counts()).containsOnlyKeys(node.keys.first().id());
        Map.of(
                        "person.name", "旧田 登録",
                        "person.birth_date", "1950-04-01",
                        "progress_record.facts", "旧い事実",
                        "attachment.file_name", "旧.pdf",
                        "attachment.content", "%PDF",
                        "case_unlock.note", "旧い訳",
                        "form_document.data", "{\"name\": \"旧田 登録\"}")
                .forEach((column, value) -> assertThat(read(
                                new Node(source, Opened.KEY),
                                database,
                                column.replaceAll("\\..*", ""),
                                column.replaceAll(".*\\.", "")))
                        .as(column)
                        .isEqualTo(value));
        Node later = node;
        database.sql("update person set name = convert_to('偽 名', 'UTF8')").update();
        assertThatThrownBy(() -> read(later, database, "person", "name"))
                .as("once all is encrypted nothing else is believed")
                .hasMessageContaining("暗号化されていません");
    }

    private static String read(Node node, JdbcClient database, String table, String column) {
        return database.sql("select " + column + " from " + table)
                .query((row, number) -> node.vault.text(Place.of(table + "." + column, ID), row.getBytes(1)))
                .single();
    }
}
