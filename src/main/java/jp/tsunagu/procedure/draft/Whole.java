package jp.tsunagu.procedure.draft;

import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.ProcedureFiles;
import org.springframework.stereotype.Component;

/** A whole procedure by the name it has in addresses: {@code set-3} or {@code draft-5}. */
@Component
class Whole {

    private static final Pattern NAME = Pattern.compile("(set|draft)-(\\d{1,9})");

    private final ProcedureArchive archive;
    private final Drafts drafts;

    Whole(ProcedureArchive archive, Drafts drafts) {
        this.archive = archive;
        this.drafts = drafts;
    }

    /** @throws NoSuchElementException if there is none */
    ProcedureFiles of(String name) {
        Matcher asked = NAME.matcher(name);
        if (asked.matches()) {
            int number = Integer.parseInt(asked.group(2));
            ProcedureFiles files = asked.group(1).equals("set") ? archive.files(number) : drafts.files(number);
            if (!files.contents().isEmpty()) {
                return files;
            }
        }
        throw new NoSuchElementException("この手続一式はありません。「手続の管理」から選び直してください。");
    }

    /** In words. */
    static String title(String name) {
        return name.startsWith("set-") ? "手続一式 第" + name.substring(4) + "号" : "改定案 " + name.substring(6);
    }
}
