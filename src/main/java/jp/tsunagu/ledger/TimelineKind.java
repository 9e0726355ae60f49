package jp.tsunagu.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader of the timeline can ask for. */
enum TimelineKind {
    RECORDS("経過記録", "record"),
    FORMS("様式・手順", "form", "takenBack"),
    EVENTS("出来事", "event"),
    CONSENTS("同意", "consent", "consentEnded"),
    REFERRALS("つなぎ", "referral"),
    DECISIONS("会議・決定", "decision"),
    NOTICES("通知", "notice"),
    DISCLOSURES("情報の提供", "disclosure"),
    PAPERS("署名のある書類", "attachment"),
    WORKERS("担当", "worker"),
    ALERTS("期限の知らせ・催促", "alert", "oversight");

    private final String label;
    private final Set<String> lines;

    TimelineKind(String label, String... lines) {
        this.label = label;
        this.lines = Set.of(lines);
    }

    /** As it stands in an address; empty for everything else. */
    static Optional<TimelineKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(name)).findFirst();
    }

    /** The kind a line of a chronicle belongs to. */
    static TimelineKind ofLine(String line) {
        return Arrays.stream(values())
                .filter(kind -> kind.lines.contains(line))
                .findFirst()
                .orElseThrow();
    }

    static Set<String> allLines() {
        return Arrays.stream(values()).flatMap(kind -> kind.lines.stream()).collect(Collectors.toUnmodifiableSet());
    }

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String label() {
        return label;
    }

    Set<String> lines() {
        return lines;
    }
}
