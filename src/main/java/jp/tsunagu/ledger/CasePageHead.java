package jp.tsunagu.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.casefile.CaseSheet;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.casefile.CaseSheet.Worker;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.ConsentState;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** What stands at the top of a case: whom it is about, how it stands, who has it, how far the consent goes. */
@Component
class CasePageHead {

    private static final String CONSENT_FORM = "obtainApplicationAndConsent";

    private final CaseSheet sheet;
    private final Contact contact;
    private final Choices choices;
    private final Members members;
    private final Clock clock;

    CasePageHead(CaseSheet sheet, Contact contact, Choices choices, Members members, Clock clock) {
        this.sheet = sheet;
        this.contact = contact;
        this.choices = choices;
        this.members = members;
        this.clock = clock;
    }

    /** Who has the case in a role. */
    record Responsible(String role, String name, String since) {}

    /**
     * The head as it is shown.
     *
     * @param waits true while the person cannot be reached
     * @param nextIsPast true if the next date has gone by
     * @param restricted 連絡先の秘匿: address and telephone are shown on demand only
     * @param namedOnly 制限ケース: and only while they are opened with a reason
     * @param contact empty if it is restricted
     */
    record View(
            String number,
            String name,
            String kana,
            String birth,
            String status,
            boolean waits,
            boolean closed,
            String waitingSince,
            String receivedOn,
            String closedOn,
            String nextDate,
            boolean nextIsPast,
            String lastContactOn,
            boolean restricted,
            boolean namedOnly,
            List<Contact.Line> contact,
            List<Responsible> responsible,
            String consent,
            boolean consentEnded) {}

    View of(Head head) {
        LocalDate today = LocalDate.now(clock);
        ConsentState consent = sheet.consent(head.id()).orElse(null);
        return new View(
                head.number(),
                head.name() == null ? "（匿名）" : head.name(),
                head.kana(),
                Days.birth(head.birthDate(), today),
                head.status().label(),
                head.waitingSince() != null,
                head.status() == CaseStatus.CLOSED,
                Days.full(head.waitingSince()),
                Days.full(head.receivedOn()),
                Days.full(head.closedOn()),
                Days.full(head.nextDate()),
                head.nextDate() != null && head.nextDate().isBefore(today) && head.status() != CaseStatus.CLOSED,
                Days.full(head.lastContactOn()),
                head.contactRestricted(),
                head.namedOnly(),
                head.contactRestricted() ? List.of() : contact.of(head.number()),
                responsible(sheet.workers(head.id())),
                consent(consent),
                consent != null && consent.withdrawnOn() != null);
    }

    private List<Responsible> responsible(List<Worker> workers) {
        Map<String, String> names =
                members.namesOf(workers.stream().map(Worker::user).collect(Collectors.toSet()));
        return workers.stream()
                .map(worker -> new Responsible(
                        Accounts.groupNames().getOrDefault(worker.role(), worker.role()),
                        names.get(worker.user()),
                        Days.full(Days.dayOf(worker.since()))))
                .toList();
    }

    private String consent(ConsentState state) {
        if (state == null) {
            return "まだ聞いていません。";
        }
        List<String> words = new ArrayList<>();
        words.add(choices.label(CONSENT_FORM, "consent", state.answer()));
        if (state.answer().equals("partial")) {
            words.add("（" + String.join("、", choices.labels(CONSENT_FORM, "consentScope", state.bodies())) + "）");
        }
        words.add("　" + Days.full(state.givenOn()) + "から");
        if (state.withdrawnOn() != null) {
            words.add("　" + Days.full(state.withdrawnOn()) + "に撤回");
        }
        return String.join("", words);
    }
}
