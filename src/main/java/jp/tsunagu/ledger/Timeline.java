package jp.tsunagu.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.casefile.CaseChronicle;
import jp.tsunagu.casefile.CaseSheet.Head;
import jp.tsunagu.casefile.PlacesOfPerson;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** 経過: everything that happened in a case, the newest first. Two statements for a page of it, one more for the names. */
@Component
class Timeline {

    static final int PAGE = 30;

    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::on, Comparator.reverseOrder())
            .thenComparing(Entry::at, Comparator.nullsLast(Comparator.reverseOrder()));

    /** Of a restricted case these lines may name a body outside. */
    private static final Set<TimelineKind> TELLING_PLACES =
            Set.of(TimelineKind.REFERRALS, TimelineKind.NOTICES, TimelineKind.DISCLOSURES);

    private static final Set<String> RECEIVERS = Set.of("相手", "つなぎ先", "受け取った人", "あて先");

    private final CaseChronicle caseFile;
    private final OfficeChronicle office;
    private final TimelineWords words;
    private final StepTitles titles;
    private final Members members;

    Timeline(CaseChronicle caseFile, OfficeChronicle office, TimelineWords words, StepTitles titles, Members members) {
        this.caseFile = caseFile;
        this.office = office;
        this.words = words;
        this.titles = titles;
        this.members = members;
    }

    /**
     * One line of the timeline.
     *
     * @param at when it was recorded; null where only the day is known
     * @param who the name of whoever did it; null where nobody stands behind it
     * @param details what more there is to read
     * @param address where the whole of it is; null if this is all
     */
    record Entry(
            TimelineKind kind,
            LocalDate on,
            Instant at,
            String who,
            String title,
            List<Detail> details,
            String address) {

        public String day() {
            return Days.full(on);
        }

        /** When it was entered, if that was another day. */
        public String recordedLater() {
            return at == null || Days.dayOf(at).equals(on) ? null : Days.full(Days.dayOf(at));
        }
    }

    /** One thing to read below a line. */
    record Detail(String label, String text) {}

    /** A page of the timeline, counted from 0. */
    record Page(List<Entry> entries, int number, boolean more) {}

    Page page(Head of, Optional<TimelineKind> kind, int number) {
        int most = PAGE * (number + 1) + 1;
        Set<String> kinds = kind.map(TimelineKind::lines).orElseGet(TimelineKind::allLines);
        List<CaseChronicle.Line> own = caseFile.newest(of.id(), kinds, titles.events(), most);
        List<OfficeChronicle.Line> others = office.newest(of.id(), of.number(), kinds, most);
        TimelineWords.Reader reader = words.reader(of, members.namesOf(people(own, others)));
        List<Entry> newest = Stream.concat(
                        own.stream().map(reader::entry), others.stream().map(reader::entry))
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
        List<Entry> shown =
                newest.stream().skip((long) PAGE * number).limit(PAGE).toList();
        return new Page(
                of.namedOnly() ? shown.stream().map(Timeline::withoutPlaces).toList() : shown,
                number,
                newest.size() == most);
    }

    /** Whoever learns which school or which provider was told finds the person there (EV8). */
    private static Entry withoutPlaces(Entry entry) {
        return TELLING_PLACES.contains(entry.kind())
                ? new Entry(
                        entry.kind(),
                        entry.on(),
                        entry.at(),
                        entry.who(),
                        entry.title(),
                        entry.details().stream().map(Timeline::withoutPlace).toList(),
                        entry.address())
                : entry;
    }

    private static Detail withoutPlace(Detail detail) {
        boolean tells = RECEIVERS.contains(detail.label())
                && !Accounts.groupNames().containsValue(detail.text())
                && !detail.text().equals("本人");
        return tells ? new Detail(detail.label(), PlacesOfPerson.HIDDEN) : detail;
    }

    private static Set<String> people(List<CaseChronicle.Line> own, List<OfficeChronicle.Line> others) {
        return Stream.concat(
                        own.stream().map(CaseChronicle.Line::user),
                        others.stream().flatMap(line -> Stream.of(line.user(), line.informed())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
