package jp.tsunagu.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.casefile.SamePerson;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.LongCase;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.Talkative;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person among a thousand is erased, and nothing of them is left anywhere; the figures are what they were. */
class ErasureStoryTest extends OfficeStory {

    private static final Logger FIGURES = (Logger) LoggerFactory.getLogger("jp.tsunagu.figures");
    private static final String NAME = "鵺野 瓢鮎";
    private static final String KANA = "ぬえの ひょうでん";
    private static final String WORDS = "夜半の鬱金桜";
    private static final String LAST_DAY = "2032-03-31T23:00";
    private static final String OVER = "2032-04-01T10:00";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Opened opened;

    @Autowired
    private ErasureRun run;

    @Autowired
    private RetentionSweep sweep;

    @Autowired
    private ClosedCases closedCases;

    @Autowired
    private ErasedCounts counts;

    @Autowired
    private ErasureJournal journal;

    @Autowired
    private SamePerson samePerson;

    @Autowired
    private Stays stays;

    @Autowired
    private ObjectMapper json;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Thousand thousand;

    @BeforeEach
    void open() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        root().addAppender(log);
        thousand = new Thousand(database);
    }

    @AfterEach
    void close() {
        root().detachAppender(log);
        thousand.remove();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void onePersonOfAThousandLeavesNothingBehind() throws Exception {
        Instant began = Instant.now();
        office.habit(new Talkative(PackagedForms.byKey(), WORDS));
        String number = new LongCase(office).live(NAME, KANA);
        office.habit(document -> document);
        office.clock("2026-08-24T15:00");
        String same = office.as("saeki").receives(Answers.named("別野 生", "べつの いく", "1980-01-01"));
        String third = office.as("saeki").receives(Answers.named("三野 生", "みつの いく", "1980-01-01"));
        samePerson.merge(same, number, WORDS, "manabe");
        samePerson.merge(number, third, WORDS, "manabe");
        writeEverywhereElse(number);
        thousand.plant();
        Set<String> told = told(number);
        assertThat(told).contains(NAME, KANA, WORDS);
        WholeDatabase whole = new WholeDatabase(database);
        List<String> before = new ArrayList<>(whole.columnsWith(told));
        before.addAll(opened.ask(open -> new WholeDatabase(open).openedWith(told)));
        assertThat(before)
                .as("where there is something of theirs before")
                .hasSizeGreaterThan(15)
                .contains(
                        "form_document.data",
                        "form_draft.data",
                        "act_hi_comment.message_",
                        "act_ge_bytearray.bytes_",
                        "person_merge.reason");

        office.clock(LAST_DAY);
        sweep.run();
        Session manabe = office.logsIn("manabe");
        Session kaji = office.logsIn("kaji");
        assertThat(manabe.opens("/disposal").text()).doesNotContain(number);
        assertThat(manabe.posts("/disposal/propose", Map.of("picked", number)).text())
                .as("its time is not over")
                .contains("保存期間が終わっていません（令和14年3月31日まで）");

        office.clock(OVER);
        Answer list = manabe.opens("/disposal");
        assertThat(list.text()).contains(number, "記録は、終結した年度の翌年度から5年保存する").doesNotContain("鵺野", "瓢鮎");
        manabe.posts("/disposal/propose", Map.of("picked", number));
        String id = proposal(number);
        assertThat(manabe.posts("/disposal/approve", Map.of("picked", id)).status())
                .as("the chief of the centre does not approve")
                .isEqualTo(403);
        run.run();
        assertThat(exists(number)).as("approved by nobody yet").isTrue();
        assertThat(kaji.opens("/disposal").text()).contains(number);
        assertThat(kaji.posts("/disposal/approve", Map.of("picked", id)).text()).contains("1件を承認しました");

        stays.rebuild();
        manabe.posts("/cases", Map.of("words", NAME));
        Map<String, Integer> figures = figures();
        String heat = heat();
        long start = System.nanoTime();
        assertThat(run.run()).isEqualTo(1);
        FIGURES.info(
                "one person among a thousand erased in {} ms",
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        stays.update();

        assertThat(whole.columnsWith(told)).as("nothing of theirs is left").isEmpty();
        List<String> sealed = opened.ask(open -> new WholeDatabase(open).openedWith(told));
        assertThat(sealed).as("nor where it lies encrypted").isEmpty();
        assertThat(whole.tablesWith(number))
                .allMatch(table -> kept(table))
                .contains("access_record", "disposal_certificate");
        assertThat(filesWith(told, began)).isEmpty();
        assertThat(log.list.stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(line -> told.stream().anyMatch(line::contains)))
                .isEmpty();
        assertThat(figures()).isEqualTo(figures);
        assertThat(heat()).isEqualTo(heat);
        assertThat(thousand.whole()).isEqualTo(999);
        assertThat(samePerson.isSame(same, third))
                .as("what was one through the erased record still is")
                .isTrue();

        assertThat(journal.read()).anyMatch(line -> line.caseNumber().equals(number));
        Answer after = kaji.opens("/disposal");
        assertThat(after.text()).contains("廃棄証明", number);
        byte[] pdf = kaji.downloads("/disposal/certificates/" + id).body();
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve("disposal-certificate.pdf"), pdf);
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("廃棄証明", number, "令和14年4月1日", "保存期間の満了", "支援経過記録", "真鍋", "梶");
        }
        assertThat(run.run()).as("done once").isZero();
        stays.rebuild();
        assertThat(heat()).as("also after the counts are made anew").isEqualTo(heat);
    }

    /** The database itself lets no row go that two people have not approved. */
    @Test
    void theDatabaseRefusesWhatTwoPeopleDidNotApprove() {
        office.clock("2026-09-01T10:00");
        String number = office.as("saeki").receives(Answers.named("固野 石", "かたの いし", "1970-01-01"));
        assertThatThrownBy(() -> database.sql(
                                "delete from form_document where case_id = (select id from support_case where case_number = ?)")
                        .param(number)
                        .update())
                .hasMessageContaining("only ever added");
        assertThatThrownBy(() -> database.sql("""
                                insert into disposal (id, case_id, case_number, kind, ground, closed_on, kept_until, state, proposed_by,
                                  proposed_at, approved_by, approved_at)
                                select gen_random_uuid(), id, case_number, 'RETENTION', 'RETENTION_ENDED', '2020-01-01', '2020-01-01',
                                  'APPROVED', 'manabe', now(), 'manabe', now() from support_case where case_number = ?
                                """).param(number).update())
                .hasMessageContaining("disposal_takes_two_people");
    }

    /** Words where no form asks for them: scans, records, drafts, and what only a fault could put into the engine. */
    private void writeEverywhereElse(String number) throws IOException {
        Session manabe = office.logsIn("manabe");
        Map<String, String> paper = new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "paper",
                "APPLICATION",
                "signedOn",
                "R8.8.20",
                "manner",
                "AMANUENSIS",
                "signedBy",
                WORDS,
                "mannerReason",
                WORDS));
        Answer kept = manabe.uploads("/cases/" + number + "/attachments", paper, WORDS + ".pdf", scan());
        assertThat(kept.text()).contains("書類を添付しました");
        manabe.call("PUT", "/api/drafts/cases/" + number + "/record", Map.of("facts", WORDS));
        office.as("manabe")
                .call("PUT", "/api/drafts/events/" + number + "/complaintReceived", Map.of("complainant", WORDS));
        database.sql("""
                        insert into form_draft values ('aoki', 'page:' || :n || ':record',
                          convert_to(jsonb_build_object('facts', :w::text)::text, 'UTF8'), now())
                        """).param("n", number).param("w", WORDS).update();
        database.sql("""
                        with i as (select proc_inst_id_ as id from act_hi_procinst where business_key_ = :n limit 1),
                        b as (insert into act_ge_bytearray (id_, rev_, name_, bytes_) values (:n || 'b', 1, 'x', convert_to(:w, 'UTF8')),
                          (:n || 'j', 1, 'x', convert_to(:w, 'UTF8'))),
                        a as (insert into act_hi_attachment (id_, rev_, name_, description_, proc_inst_id_, content_id_)
                          select :n || 'a', 1, :w, :w, id, :n || 'b' from i),
                        c as (insert into act_hi_comment (id_, time_, proc_inst_id_, message_, full_msg_)
                          select :n || 'c', now(), id, :w, convert_to(:w, 'UTF8') from i),
                        n as (insert into act_hi_incident (id_, create_time_, incident_type_, incident_msg_, incident_state_, proc_inst_id_)
                          select :n || 'i', now(), 'failedJob', :w, 0, id from i),
                        o as (insert into act_hi_op_log (id_, timestamp_, proc_inst_id_, new_value_) select :n || 'o', now(), id, :w from i)
                        insert into act_hi_job_log (id_, timestamp_, job_id_, job_exception_msg_, job_exception_stack_id_, process_instance_id_)
                        select :n || 'l', now(), 'x', :w, :n || 'j', id from i
                        """).param("n", number).param("w", WORDS).update();
    }

    private static byte[] scan() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument paper = new PDDocument()) {
            paper.addPage(new PDPage());
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle("scan");
            paper.setDocumentInformation(about);
            paper.save(bytes);
        }
        // the words as a reader of characters would have left them behind the end of the page
        bytes.write(("\n%" + WORDS + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** Every text of this person that is not a word of the procedure itself. */
    private Set<String> told(String number) throws Exception {
        String procedure = PackagedForms.everything();
        Set<String> told = new TreeSet<>(Set.of(NAME, KANA, WORDS, "夜半の鬱金", "鵺野", "瓢鮎"));
        Set<String> ofOthers = new TreeSet<>();
        for (JsonNode data : documents("c.case_number <> ?", number)) {
            texts(data).forEach(ofOthers::add);
        }
        for (String draft : opened.ask(open -> open.sql("select data::text from form_draft")
                .query(String.class)
                .list())) {
            texts(json.readTree(draft)).filter(text -> !text.contains(WORDS)).forEach(ofOthers::add);
        }
        ofOthers.addAll(opened.ask(open -> open.sql(
                        "select concat_ws(' ', r.counterpart, r.facts, r.persons_words, r.opinion, r.next_step) "
                                + "from progress_record r join support_case c on c.id = r.case_id where c.case_number <> ?")
                .param(number)
                .query(String.class)
                .list()));
        for (JsonNode data : documents("c.case_number = ?", number)) {
            texts(data)
                    .filter(text -> text.strip().length() > 2 && text.chars().anyMatch(c -> c > 0x3000))
                    .filter(text ->
                            !procedure.contains(text) && ofOthers.stream().noneMatch(other -> other.contains(text)))
                    .forEach(told::add);
        }
        return told;
    }

    private List<JsonNode> documents(String where, String number) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (String data : opened.ask(open -> open.sql(
                        "select d.data::text from form_document d join support_case c on c.id = d.case_id where "
                                + where)
                .param(number)
                .query(String.class)
                .list())) {
            documents.add(json.readTree(data));
        }
        return documents;
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false).flatMap(ErasureStoryTest::texts);
    }

    private boolean kept(String table) {
        return new ErasedTables().mayHoldNumbers(table);
    }

    private boolean exists(String number) {
        return closedCases.find(number).isPresent();
    }

    private String proposal(String number) {
        return database.sql("select id from disposal where case_number = ? and state = 'PROPOSED'")
                .param(number)
                .query(UUID.class)
                .single()
                .toString();
    }

    /** The monthly and national figures, from the living cases and from the counts of erased ones together. */
    private Map<String, Integer> figures() {
        Map<String, Integer> figures = new TreeMap<>();
        for (String number : database.sql(
                        "select case_number from support_case where status = 'CLOSED' and closed_on is not null")
                .query(String.class)
                .list()) {
            ClosedCase of = closedCases.find(number).orElseThrow();
            figures.merge(counts.entry(of).toString(), 1, Integer::sum);
            counts.results(of).forEach(result -> figures.merge(result.toString(), 1, Integer::sum));
        }
        database.sql("select * from erased_entry")
                .query((row, n) -> figures.merge(
                        new ErasedCounts.Entry(
                                        row.getString("municipality"),
                                        row.getObject("month", java.time.LocalDate.class),
                                        row.getString("age_band"),
                                        row.getString("sex"),
                                        row.getString("route"))
                                .toString(),
                        row.getInt("count"),
                        Integer::sum))
                .list();
        database.sql("select * from erased_result")
                .query((row, n) -> figures.merge(
                        new ErasedCounts.Result(
                                        row.getObject("month", java.time.LocalDate.class),
                                        row.getString("figure"),
                                        row.getString("value"))
                                .toString(),
                        row.getInt("count"),
                        Integer::sum))
                .list();
        return figures;
    }

    /** The counts behind 滞留の状況, of the office and of one who worked on the case. */
    private String heat() {
        String counted = String.join(
                "\n",
                database.sql("select s::text from stays_of_day s where count > 0 order by 1")
                        .query(String.class)
                        .list());
        return counted
                + office.as("manabe")
                        .get(
                                "/api/oversight/heat?process=selfRelianceSupport&from=2026-05-01&to=2026-08-31&worker=saeki");
    }

    private static List<Path> filesWith(Set<String> told, Instant since) throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> roots = new ArrayList<>(List.of(Path.of("target/test-data")));
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            temporary
                    .filter(path -> path.getFileName().toString().startsWith("tomcat") || Files.isRegularFile(path))
                    .filter(path -> path.toFile().lastModified() >= since.toEpochMilli())
                    .filter(path -> !path.getFileName().toString().startsWith("w-"))
                    .forEach(roots::add);
        }
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                // what the database keeps was asked by SQL; its files hold old pages until they are written over
                files.filter(path -> !path.toString().contains("postgresql") && Files.isRegularFile(path))
                        .filter(path -> path.toFile().lastModified() >= since.toEpochMilli())
                        .filter(path -> holds(path, told))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean holds(Path file, Set<String> told) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return told.stream().anyMatch(text::contains);
        } catch (IOException gone) {
            return false;
        }
    }
}
