package jp.tsunagu.work;

import java.util.List;
import java.util.Map;

/** Decision table {@code stepTarget} of a procedure. */
@FunctionalInterface
public interface TargetTable {

    /** The rows that apply to a step, the first of which holds; none if the table does not know the step. */
    List<Map<String, Object>> rows(int procedureSet, String step);
}
