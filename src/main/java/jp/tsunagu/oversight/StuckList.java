package jp.tsunagu.oversight;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.engine.Members;
import jp.tsunagu.municipality.Absences;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One page of the list of stuck cases. */
@Component
class StuckList {

    private static final String LISTED = "滞留一覧表示";

    private final StuckReader reader;
    private final StuckRows rows;
    private final ActRules rules;
    private final ActLog log;
    private final ListedNames names;
    private final Members members;
    private final Absences absences;

    StuckList(
            StuckReader reader,
            StuckRows rows,
            ActRules rules,
            ActLog log,
            ListedNames names,
            Members members,
            Absences absences) {
        this.reader = reader;
        this.rows = rows;
        this.rules = rules;
        this.log = log;
        this.names = names;
        this.members = members;
        this.absences = absences;
    }

    /**
     * A page.
     *
     * @param count how many cases are in the step; −1 where that is not counted
     * @param more whether there is a next page
     * @param colleagues who could have the tasks that the reader may give away
     */
    record Page(List<StuckRow> rows, long count, boolean more, List<Colleague> colleagues) {

        public boolean actsOffered() {
            return rows.stream().anyMatch(row -> row.notYours() == null);
        }
    }

    /** Somebody to whom tasks can be given. */
    record Colleague(String account, String name) {}

    @Transactional
    public Page of(Overseer user, StuckPlace place) {
        List<String> ids = reader.worst(user.user(), place);
        List<StuckStay> stays = reader
                .read(user.user(), ids.stream().limit(StuckReader.PAGE).toList())
                .stream()
                .filter(StuckStay::open)
                .toList();
        Map<String, String> persons = names.shownTo(
                user.user(), stays.stream().map(StuckStay::caseNumber).collect(Collectors.toSet()), LISTED);
        var acts = log.latest(stays.stream().map(StuckStay::activityId).toList());
        List<StuckRow> shown = stays.stream()
                .map(stay -> rows.of(
                        user, stay, persons.get(stay.caseNumber()), acts.getOrDefault(stay.activityId(), List.of())))
                .toList();
        boolean counted = place.filter().worker() == null;
        return new Page(
                shown,
                counted ? reader.count(user.user(), place) : -1,
                ids.size() > StuckReader.PAGE,
                colleagues(user, stays));
    }

    /** Whoever is away is not offered; who may have which task is asked when it is given. */
    private List<Colleague> colleagues(Overseer user, List<StuckStay> stays) {
        return stays.stream()
                .filter(stay ->
                        stay.taskId() != null && rules.refuseGiving(user, stay).isEmpty())
                .flatMap(stay -> stay.candidates().stream())
                .distinct()
                .flatMap(group -> members.membersOf(group).stream())
                .distinct()
                .filter(account -> absences.until(account).isEmpty())
                .map(account -> new Colleague(account, members.nameOf(account)))
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }
}
