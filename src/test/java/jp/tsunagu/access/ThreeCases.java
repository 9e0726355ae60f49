package jp.tsunagu.access;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.SubmittedPlan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One that lies with the ward, one that another colleague has only received, and a restricted one. */
final class ThreeCases {

    private final Office office;
    private final Map<String, Office.Session> sessions;
    private final EngineThings things;
    private final JdbcClient database;

    ThreeCases(Office office, Map<String, Office.Session> sessions, EngineThings things, JdbcClient database) {
        this.office = office;
        this.sessions = sessions;
        this.things = things;
        this.database = database;
    }

    List<TriedCase> made() {
        String own = SubmittedPlan.of(office, "表甲 見出子");
        TriedCase submitted =
                tried("提出済み", own, "表甲", "checkPlan", "uda", Set.of("saeki", "manabe", "uda", "otsuki", "kaji"), false);
        Set<String> readers = Set.of("aoki", "manabe");
        String other = office.as("aoki").receives(Answers.named("表乙 見出子", "みだし", "1980-02-02"));
        TriedCase received = tried("相談支援員2の", other, "表乙", "decideTriage", "aoki", readers, false);
        String restricted = office.as("aoki").receives(Answers.named("表丙 見出子", "みだし", "1980-03-03"));
        // what it had before is no less hidden than what it has since
        TriedCase hidden = tried("制限（相談支援員2と主任を指定）", restricted, "表丙", "decideTriage", "aoki", readers, true);
        sessions.get("manabe")
                .posts(
                        "/cases/" + restricted + "/restriction",
                        Map.of("reason", "VIOLENCE", "note", "表の確認", "named", "aoki"));
        return List.of(submitted, received, hidden);
    }

    private TriedCase tried(
            String kind,
            String number,
            String person,
            String step,
            String holder,
            Set<String> readers,
            boolean restricted) {
        var task = office.as(holder).task(number, step);
        String id = task.path("id").asText();
        return new TriedCase(
                kind,
                number,
                person,
                id,
                holder,
                recordOf(number),
                scanned(number, step.equals("checkPlan") ? "saeki" : holder),
                readers,
                restricted,
                things.ofCase(task.path("processInstanceId").asText(), id));
    }

    private String scanned(String number, String worker) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> said = Map.of(
                "key", UUID.randomUUID().toString(), "paper", "APPLICATION", "signedOn", "R8.6.15", "manner", "PERSON");
        sessions.get(worker).uploads("/cases/" + number + "/attachments", said, "a.png", file.toByteArray());
        return database.sql("select a.id::varchar from attachment a join support_case c on c.id = a.case_id"
                        + " where c.case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private String recordOf(String number) {
        return database.sql("select r.id::varchar from progress_record r join support_case c on c.id = r.case_id"
                        + " where c.case_number = ? order by r.recorded_at limit 1")
                .param(number)
                .query(String.class)
                .single();
    }
}
