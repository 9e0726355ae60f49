package jp.tsunagu.needtoknow;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagu.casefile.ReadingGround;
import org.springframework.stereotype.Component;

/** Whoever said why reads until the end of the day, and changes nothing. */
@Component
class ViewingByReason implements ReadingGround {

    private final ViewingTable table;
    private final Clock clock;

    ViewingByReason(ViewingTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean isOfWork() {
        return false;
    }

    @Override
    public Set<String> among(String user, Set<String> groups, Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? Set.of()
                : new HashSet<>(table.inForce(user, caseNumbers, OffsetDateTime.now(clock)));
    }
}
