package jp.tsunagu.procedure.compare;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Draft.State;
import jp.tsunagu.procedure.draft.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** All procedures that can be compared: every set that ever was in force, and every 改定案. */
@Component
class Editions {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String SET = "set-";
    private static final String DRAFT = "draft-";
    private static final Pattern ID = Pattern.compile("(set|draft)-(\\d{1,9})");

    private static final Map<State, String> STATES = Map.of(
            State.EDITING, "編集中",
            State.PROPOSED, "承認待ち",
            State.APPROVED, "施行待ち",
            State.PUBLISHED, "公開済み",
            State.WITHDRAWN, "取下げ");

    private final JdbcClient database;
    private final ProcedureArchive archive;
    private final ProcedureSets sets;
    private final Drafts drafts;

    Editions(JdbcClient database, ProcedureArchive archive, ProcedureSets sets, Drafts drafts) {
        this.database = database;
        this.archive = archive;
        this.sets = sets;
        this.drafts = drafts;
    }

    /** Drafts first, then sets; the latest of each first. */
    List<Edition> all() {
        List<Edition> all = new ArrayList<>();
        drafts.all().forEach(draft -> all.add(edition(draft)));
        int current = sets.current();
        database.sql("select id, published_at from procedure_set order by id desc")
                .query((row, number) -> edition(row.getInt(1), row.getObject(2, OffsetDateTime.class), current))
                .list()
                .forEach(all::add);
        return all;
    }

    private static Edition edition(Draft draft) {
        return new Edition(
                DRAFT + draft.id(), "改定案 " + draft.id() + "「" + draft.title() + "」（" + STATES.get(draft.state()) + "）");
    }

    private static Edition edition(int set, OffsetDateTime since, int current) {
        String day = Wareki.format(since.atZoneSameInstant(TOKYO).toLocalDate());
        return new Edition(SET + set, "手続一式 " + set + "（" + day + "から" + (set == current ? "、今の手続" : "") + "）");
    }

    /** What is in force at present. */
    String current() {
        return SET + sets.current();
    }

    /** What somebody who names nothing wants to see: the latest draft, or what is in force. */
    String latest() {
        return drafts.all().stream()
                .findFirst()
                .map(draft -> DRAFT + draft.id())
                .orElseGet(this::current);
    }

    /** @throws ResponseStatusException if there is none of this name, in Japanese */
    ProcedureFiles files(String id) {
        Matcher known = ID.matcher(id);
        if (!known.matches() || all().stream().noneMatch(edition -> edition.id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "比べる手続「" + id + "」はありません。一覧から選んでください。");
        }
        int number = Integer.parseInt(known.group(2));
        return id.startsWith(SET) ? archive.files(number) : drafts.files(number);
    }
}
