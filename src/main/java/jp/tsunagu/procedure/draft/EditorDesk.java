package jp.tsunagu.procedure.draft;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Saving.NewForm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What editors do to a 改定案. Each act happens whole or not at all. */
@Component
class EditorDesk {

    static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,60}");

    private final Drafts drafts;
    private final WorkingCopies copies;
    private final HarmlessContent harmless;

    EditorDesk(Drafts drafts, WorkingCopies copies, HarmlessContent harmless) {
        this.drafts = drafts;
        this.copies = copies;
        this.harmless = harmless;
    }

    /**
     * Saves a file with what belongs to it.
     *
     * @return its revision now
     * @throws RefusedException if it cannot be read as such a file, or a row or a form is impossible
     * @throws StaleRevisionException if somebody saved another one meanwhile
     */
    @Transactional
    public int save(int draft, String name, Saving saving, String person) {
        byte[] content = saving.content().getBytes(StandardCharsets.UTF_8);
        FileFormat.refusal(name, content).ifPresent(EditorDesk::refuse);
        harmless.require(name, content);
        int revision = drafts.save(draft, name, content, saving.revision(), person);
        ProcedureFiles files = drafts.files(draft);
        for (NewForm form : saving.forms()) {
            make(draft, form, files, person);
        }
        if (!saving.targets().isEmpty()) {
            write(draft, saving.targets(), files, person);
        }
        copies.forget(draft, name, person);
        return revision;
    }

    /** A form that no step shows yet; its file's name. */
    @Transactional
    public String makeForm(int draft, NewForm form, String person) {
        return make(draft, form, drafts.files(draft), person);
    }

    private String make(int draft, NewForm form, ProcedureFiles files, String person) {
        if (!KEY.matcher(form.key()).matches()) {
            refuse("入力フォームの英字名は、英小文字で始まる英数字にしてください（例 householdAssessment）。");
        }
        if (form.title().isBlank()) {
            refuse("入力フォームの名前を入力してください。");
        }
        if (FileTitles.of(files).formKeys().containsValue(form.key())) {
            refuse("入力フォーム「" + form.key() + "」は、すでにあります。一覧から選ぶか、別の英字名にしてください。");
        }
        String name = fileName(form.key());
        byte[] content = FormContent.blank(form.key(), form.title().strip());
        drafts.save(draft, name, content, drafts.revision(draft, name), person);
        return name;
    }

    private void write(int draft, Map<String, StepTargetRow> targets, ProcedureFiles files, String person) {
        StepTargetTable table = files.content(StepTargetTable.FILE)
                .flatMap(StepTargetTable::read)
                .orElseThrow(() -> RefusedException.ofAct("判定表「手順の期限」を読めないので、目標の日数を書けません。先にその表を直してください。"));
        Map<String, StepTargetRow> present = table.rows();
        targets.forEach((step, row) -> {
            Optional<StepTargetRow> old = Optional.ofNullable(present.get(step));
            if (old.filter(StepTargetRow::legal).isPresent()) {
                refuse("「" + step + "」の期限は法令で決まっています。変えるときは、判定表「手順の期限」を開いてください。");
            }
            if (!KEY.matcher(step).matches()) {
                refuse("手順の英字名は、英小文字で始まる英数字にしてください: " + step);
            }
            row.refusal().ifPresent(EditorDesk::refuse);
            table.put(step, row.over(old));
        });
        drafts.save(draft, StepTargetTable.FILE, table.content(), drafts.revision(draft, StepTargetTable.FILE), person);
    }

    static String fileName(String key) {
        return "forms/" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".form";
    }

    private static void refuse(String reason) {
        throw RefusedException.ofAct(reason);
    }
}
