package jp.tsunagu.oversight;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.Cases;
import org.springframework.stereotype.Component;

/** The names of the persons whose cases stand in a list: for those who may read the case, and noted as the ledger's lists do (要領 第12条). */
@Component
class ListedNames {

    private static final String LISTED = "滞留一覧表示";

    private final CaseReaders readers;
    private final Cases cases;
    private final AccessLog log;
    private final WorkingDays workingDays;

    ListedNames(CaseReaders readers, Cases cases, AccessLog log, WorkingDays workingDays) {
        this.readers = readers;
        this.cases = cases;
        this.log = log;
        this.workingDays = workingDays;
    }

    /** Case number → name. */
    Map<String, String> shownTo(String user, List<StuckStay> stays) {
        Set<String> numbers = new HashSet<>();
        stays.forEach(stay -> numbers.add(stay.caseNumber()));
        Set<String> readable = readers.readable(user, numbers);
        log.recordOnceSince(
                workingDays.today().atStartOfDay(WorkingDays.TOKYO).toOffsetDateTime(), user, readable, LISTED);
        return cases.names(readable);
    }
}
