package jp.tsunagu.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;

/** 主任 at the pages of 訂正 and 名寄せ, with a browser session. */
final class ChiefsDesk {

    private static final Pattern DOCUMENT = Pattern.compile("name=\"document\" value=\"([0-9a-f-]+)\"");

    private final Office.Session session;

    ChiefsDesk(Office office, String account) {
        session = office.logsIn(account);
    }

    Answer opens(String caseNumber) {
        return session.opens("/cases/" + caseNumber + "/corrections");
    }

    /** What the page offers to take back; empty if nothing. */
    Optional<String> offered(String caseNumber) {
        Matcher found = DOCUMENT.matcher(opens(caseNumber).text());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    Answer tries(String caseNumber, String document, String reason) {
        return session.posts(
                "/cases/" + caseNumber + "/corrections",
                Map.of("document", document, "reason", reason, "confirmed", "true"));
    }

    /** Takes the last step back, if that is still possible. */
    boolean takesBack(String caseNumber) {
        Optional<String> document = offered(caseNumber);
        document.ifPresent(one -> {
            Answer answer = tries(caseNumber, one, "別の人の内容を入力したため。");
            assertThat(answer.text()).contains("手順を戻しました");
        });
        return document.isPresent();
    }

    Answer merges(String caseNumber, String other, String reason) {
        return session.posts(
                "/cases/" + caseNumber + "/merge", Map.of("with", other, "reason", reason, "confirmed", "true"));
    }

    Answer undoes(String caseNumber, String merge) {
        return session.posts("/cases/" + caseNumber + "/merge/undo", Map.of("merge", merge, "reason", "別の人だったため。"));
    }

    Answer page(String path) {
        return session.opens(path);
    }
}
