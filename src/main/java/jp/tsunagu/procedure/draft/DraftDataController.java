package jp.tsunagu.procedure.draft;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.draft.Draft.State;
import jp.tsunagu.procedure.draft.WorkingCopies.WorkingCopy;
import jp.tsunagu.procedure.file.LargestFile;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the editors ask of the server and send to it. */
@RestController
@RequestMapping("/api/procedures")
class DraftDataController {

    private static final String DRAFT = "/drafts/{id:\\d{1,9}}";

    private final Drafts drafts;
    private final EditorDesk desk;
    private final WorkingCopies copies;
    private final Leases leases;
    private final DraftFindings findings;
    private final Surroundings surroundings;
    private final Whole whole;
    private final Wording wording;
    private final Administrators administrators;

    DraftDataController(
            Drafts drafts,
            EditorDesk desk,
            WorkingCopies copies,
            Leases leases,
            DraftFindings findings,
            Surroundings surroundings,
            Whole whole,
            Wording wording,
            Administrators administrators) {
        this.drafts = drafts;
        this.desk = desk;
        this.copies = copies;
        this.leases = leases;
        this.findings = findings;
        this.surroundings = surroundings;
        this.whole = whole;
        this.wording = wording;
        this.administrators = administrators;
    }

    /** A file as it is saved, and what this person has not saved yet. */
    record Opened(String content, int revision, WorkingCopy work, String holder) {}

    /** What an editor holds at the moment. */
    record Work(String content, int revision) {}

    /**
     * @param holder who else has the file open; null if nobody
     * @param revision the saved one: another than the editor's if somebody saved meanwhile
     */
    record Kept(String keptAt, String holder, int revision) {}

    record Saved(int revision) {}

    @GetMapping("/file")
    Opened file(@RequestParam String of, @RequestParam String name, Principal person) {
        administrators.user(person);
        return new Opened(text(of, name), 0, null, null);
    }

    @GetMapping(DRAFT + "/file")
    Opened open(@PathVariable int id, @RequestParam String name, Principal person) {
        String user = administrators.user(person);
        drafts.draft(id);
        return new Opened(
                text("draft-" + id, name),
                drafts.revision(id, name),
                copies.find(id, name, user).orElse(null),
                holder(id, name, user));
    }

    @PutMapping(DRAFT + "/file")
    Saved save(@PathVariable int id, @RequestParam String name, @RequestBody Saving saving, Principal person) {
        String user = administrators.user(person);
        if (saving.content() == null) {
            throw RefusedException.ofAct("送信の形が違います。");
        }
        return new Saved(desk.save(id, name, saving, user));
    }

    /** Keeps what is not saved yet, and tells the others that somebody is at it. */
    @PutMapping(DRAFT + "/work")
    Kept keep(@PathVariable int id, @RequestParam String name, @RequestBody Work work, Principal person) {
        String user = administrators.user(person);
        if (drafts.draft(id).state() != State.EDITING) {
            throw new DraftClosedException("この改定案は編集中ではなくなったので、一時保存できません。");
        }
        boolean bearable = FileFormat.isName(name)
                && (work.content() == null || work.content().length() <= 2 * LargestFile.BYTES);
        if (!bearable) {
            throw RefusedException.ofAct("一時保存できる大きさを超えています。");
        }
        String keptAt = work.content() == null
                ? null
                : wording.moment(copies.keep(id, name, user, work.content(), work.revision()));
        return new Kept(keptAt, holder(id, name, user), drafts.revision(id, name));
    }

    /** What was not saved is thrown away. */
    @DeleteMapping(DRAFT + "/work")
    void forget(@PathVariable int id, @RequestParam String name, Principal person) {
        copies.forget(id, name, administrators.user(person));
    }

    /** The editor is left; the others need not wait until its time is over. */
    @DeleteMapping(DRAFT + "/lease")
    void release(@PathVariable int id, @RequestParam String name, Principal person) {
        leases.release(id, name, administrators.user(person));
    }

    @GetMapping(DRAFT + "/findings")
    List<Finding> findings(@PathVariable int id, Principal person) {
        administrators.user(person);
        drafts.draft(id);
        return findings.of(id);
    }

    @GetMapping(DRAFT + "/surroundings")
    Surroundings.Lists surroundings(@PathVariable int id, @RequestParam String file, Principal person) {
        administrators.user(person);
        return surroundings.of(drafts.files(id), file);
    }

    private String holder(int id, String name, String user) {
        String holder = leases.take(id, name, user);
        return holder.equals(user) ? null : wording.person(holder);
    }

    private String text(String of, String name) {
        return whole.of(of)
                .content(name)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElseThrow(() -> new NoSuchElementException("このファイルはありません。ページを開き直してください。"));
    }
}
