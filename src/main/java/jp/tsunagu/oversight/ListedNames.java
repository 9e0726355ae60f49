package jp.tsunagu.oversight;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.Cases;
import org.springframework.stereotype.Component;

/** The names of the persons whose cases stand in a list: for those who may read the case, and noted as the ledger's lists do (要領 第12条). */
@Component
public class ListedNames {

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

    /**
     * Case number → name.
     *
     * @param list what the access record calls the list
     */
    public Map<String, String> shownTo(String user, Collection<String> caseNumbers, String list) {
        Set<String> readable = readers.readable(user, caseNumbers);
        log.recordOnceSince(workingDays.beginningOfToday(), user, readable, list);
        return cases.names(readable);
    }
}
