package jp.tsunagu.casefile.crypt;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.LongCase;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.Talkative;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database holds nothing of a person that can be read in it; what was tampered with is told; keys change while all stays readable. */
class SealedStoryTest extends OfficeStory {

    private static final String WORDS = "封じた打ち明け話";
    private static final String NAME = "封谷 潮音";
    private static final String KANA = "ふうたに しおね";

    /** Of the office: who gives support, where a meeting is, the number of a document (docs/decisions/0030). */
    private static final Set<String> NOT_OF_A_PERSON = Set.of(
            "support_decision.provider",
            "notice.receiver",
            "notice.cause",
            "conference.place",
            "plan_decision.document_number");

    @Autowired
    private Opened opened;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource source;

    @Autowired
    private PlatformTransactionManager transactions;

    @Value("${tsunagu.data-keys}")
    private String key;

    @Test
    void aWholeCaseIsNowhereToBeReadInTheDatabase() throws Exception {
        office.habit(new Talkative(PackagedForms.byKey(), WORDS));
        String number = new LongCase(office).live(NAME, KANA);
        office.habit(document -> document);
        String second = office.as("saeki").receives(Answers.named(NAME + "の弟", KANA, "1990-01-01"));
        Session saeki = office.logsIn("saeki");
        saeki.call("PUT", "/api/drafts/task/" + task(second, "decideTriage"), Map.of("triageReason", WORDS));
        saysWhy(number, second);

        Set<String> told = told(number);
        assertThat(told).hasSizeGreaterThan(20).contains(NAME, WORDS);
        Map<String, Set<String>> found = new TreeMap<>();
        for (String text : told) {
            columnsWith(text)
                    .forEach(column -> found.computeIfAbsent(column, none -> new TreeSet<>())
                            .add(text));
        }
        assertThat(found.keySet()).as("what is told anywhere else").isSubsetOf(NOT_OF_A_PERSON);
        assertThat(columnsWith("潮音")).isEmpty();
        assertThat(columnsWith("しおね")).isEmpty();
        assertThat(columnsWith(number)).as("the search finds what is there").contains("support_case.case_number");
        assertThat(saeki.opens("/cases/" + number).text()).contains(NAME);
    }

    /** Why a case is read, restricted, unlocked and kept is told in free words, which may name the person. */
    private void saysWhy(String closed, String open) {
        office.logsIn("aoki").posts("/viewings", Map.of("number", open, "reason", "OTHER", "note", WORDS));
        Session manabe = office.logsIn("manabe");
        manabe.posts("/disposal/hold", Map.of("number", closed, "ground", "LAWSUIT", "note", WORDS));
        assertThat(manabe.opens("/disposal").text()).contains(WORDS);
        String restriction = "/cases/" + open + "/restriction";
        manabe.posts(restriction, Map.of("reason", "VIOLENCE", "note", WORDS, "named", "saeki"));
        manabe.posts(
                restriction + "/end-proposal",
                Map.of("lookedUpOn", Office.today().toString(), "endNote", WORDS));
        assertThat(manabe.opens(restriction).text()).contains(WORDS);
        office.logsIn("saeki").posts("/cases/" + open + "/unlock", Map.of("reason", "CONTACT", "note", WORDS));
        for (String table : List.of("case_viewing", "case_restriction", "case_unlock", "retention_hold")) {
            assertThat(database.sql("select count(*) from " + table + " where note is not null")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isPositive();
        }
    }

    private String task(String number, String step) {
        return office.as("saeki").task(number, step).path("id").asText();
    }

    /** Every text that was told in the case and is no word of the procedure itself. */
    private Set<String> told(String number) throws Exception {
        String procedure = PackagedForms.everything();
        Set<String> told = new TreeSet<>();
        for (String data : opened.ask(files -> files.sql(
                        "select d.data::text from form_document d join support_case c on c.id = d.case_id where c.case_number = ?")
                .param(number)
                .query(String.class)
                .list())) {
            texts(new ObjectMapper().readTree(data))
                    .filter(text -> text.strip().length() > 2 && text.chars().anyMatch(sign -> sign > 0x3000))
                    .filter(text -> !procedure.contains(text))
                    .forEach(told::add);
        }
        return told;
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false).flatMap(SealedStoryTest::texts);
    }

    private List<String> columnsWith(String text) {
        List<String> found = new ArrayList<>();
        database.sql(
                        "select table_name, string_agg(column_name || case data_type when 'bytea' then '!' else '' end, ',') "
                                + "from information_schema.columns c join information_schema.tables t using (table_schema, table_name) "
                                + "where table_schema = 'public' and t.table_type = 'BASE TABLE' and table_name not like 'procedure%' group by 1")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(table -> {
                    String[] columns = table.getValue().split(",");
                    String sql = Stream.of(columns)
                            .map(column -> column.endsWith("!")
                                    ? "bool_or(position(convert_to(:text, 'UTF8') in \"" + column.replace("!", "")
                                            + "\") > 0)"
                                    : "bool_or(position(:text in \"" + column + "\"::text) > 0)")
                            .reduce((one, other) -> one + ", " + other)
                            .orElseThrow();
                    database.sql("select " + sql + " from \"" + table.getKey() + "\"")
                            .param("text", text)
                            .query((row, number) -> {
                                for (int at = 0; at < columns.length; at++) {
                                    if (row.getBoolean(at + 1)) {
                                        found.add(table.getKey() + "." + columns[at].replace("!", ""));
                                    }
                                }
                                return null;
                            })
                            .list();
                });
        return found;
    }

    @Test
    void whatIsNeitherSealedNorSealedAnewIsRefusedInRowsThatAreOnlyAdded() {
        office.on("2026-10-05");
        office.as("saeki").receives(Answers.named(NAME, KANA, "1985-03-05"));
        assertThatThrownBy(() ->
                        database.sql("update progress_record set facts = 'x'").update())
                .hasMessageContaining("only ever added");
        TransactionTemplate own = new TransactionTemplate(transactions);
        for (String change : List.of("facts = 'x'", "method = 'x'", "facts = facts, step = 'x'")) {
            assertThatThrownBy(() -> own.execute(status -> {
                        database.sql("select set_config('tsunagu.sealing', 'on', true)")
                                .query(String.class)
                                .single();
                        return database.sql("update progress_record set " + change)
                                .update();
                    }))
                    .as(change)
                    .hasMessageContaining("only ever added");
        }
    }

    @Test
    void aTamperedRowIsToldAndNeverShown() {
        office.on("2026-10-05");
        String one = office.as("saeki").receives(Answers.named("改野 一", "かいの いち", "1985-03-05"));
        String other = office.as("saeki").receives(Answers.named("改野 二", "かいの に", "1985-03-05"));
        Session saeki = office.logsIn("saeki");
        byte[] fields = fields(one);
        byte[] changed = fields.clone();
        changed[changed.length - 1] ^= 1;
        for (byte[] wrong : List.of(changed, fields(other))) {
            write(one, wrong);
            try {
                assertThat(saeki.opens("/cases/" + one).status()).isEqualTo(500);
                assertThat(saeki.opens("/cases/" + one).text())
                        .contains("書き換えられたか、別の行から写されたものです")
                        .doesNotContain("改野 二");
                assertThatThrownBy(() -> opened.ask(JdbcClient::toString)).hasMessageContaining("書き換えられたか、別の行から写された");
            } finally {
                write(one, fields);
            }
        }
        assertThat(saeki.opens("/cases/" + one).text()).contains("改野 一");
    }

    private byte[] fields(String number) {
        return database.sql("select fields from support_case where case_number = ?")
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private void write(String number, byte[] fields) {
        database.sql("update support_case set fields = ? where case_number = ?")
                .params(fields, number)
                .update();
    }

    @Test
    void keysChangeWhilePeopleWorkAndNodesDie() {
        office.on("2026-10-05");
        String number = office.as("saeki").receives(Answers.named("鍵本 換", "かぎもと かん", "1985-03-05"));
        String fresh = Base64.getEncoder()
                .encodeToString(UUID.randomUUID().toString().substring(0, 32).getBytes());
        String plain = office.as("saeki").receives(with(Answers.named("鍵本 平", "かぎもと へい", "1985-03-05")));
        database.sql(
                        "update person set name = convert_to('鍵本 平', 'UTF8') where id = (select person_id from support_case "
                                + "where case_number = ?)")
                .param(plain)
                .update();
        String former = node(key).keys.first().id();
        try {
            assertThatThrownBy(() -> node(fresh).start())
                    .as("without the former key")
                    .hasMessageContaining("鍵 " + former)
                    .hasMessageContaining("データは何も変わっていません");
            Node node = node(fresh + "," + key);
            node.start();
            int alive = 0;
            boolean more = true;
            for (int batch = 0; more; batch++) {
                boolean dies = batch % 3 == 1;
                boolean went = node.batch(dies);
                if (dies) {
                    node = node(fresh + "," + key);
                    if (batch == 4) {
                        node.start();
                    }
                }
                more = dies || went;
                assertThat(batch).isLessThan(1_000);
                assertThat(node.found("かぎもと")).as("found half way").isEqualTo(2);
                alive += reading(node, number).contains("鍵本 換") ? 1 : 0;
            }
            assertThat(alive).as("read after each batch").isGreaterThan(SealedTable.ALL.size());
            assertThat(node.resealing.counts().keySet())
                    .containsExactly(node.keys.first().id());
            Node alone = node(fresh);
            alone.start();
            assertThat(reading(alone, number)).contains("鍵本 換");
            assertThat(reading(alone, plain)).contains("鍵本 平");
            assertThat(alone.found("かぎもと")).isEqualTo(2);
        } finally {
            Node back = node(key + "," + fresh);
            database.sql("update data_key set retired_at = now() where id = ?")
                    .param(former)
                    .update();
            back.start();
            back.all();
            assertThat(back.resealing.counts().keySet()).containsExactly(former);
        }
        assertThat(office.logsIn("saeki").opens("/cases/" + number).text()).contains("鍵本 換");
    }

    private Node node(String keys) {
        return new Node(source, keys);
    }

    private String reading(Node node, String number) {
        return database.sql(
                        "select p.id, p.name from person p join support_case c on c.person_id = p.id where c.case_number = ?")
                .param(number)
                .query((row, n) ->
                        node.vault.text(Place.of("person.name", row.getObject(1, UUID.class)), row.getBytes(2)))
                .single();
    }
}
