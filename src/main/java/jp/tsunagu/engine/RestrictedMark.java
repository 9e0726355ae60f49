package jp.tsunagu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mark by which the engine's own lists and counts leave out a restricted case: the tenant of its rows, which is the case's
 * number. Every query of the engine already goes by it, so that no list is forgotten. Nothing else here has a tenant.
 *
 * <p>A step that is the welfare office's has a mark of its own: the handover waits for nobody's being named (要領 第9条第5号), and
 * others still do not find it.
 */
@Component
public class RestrictedMark {

    private static final String WELFARE_OFFICE = "welfare-office";
    private static final String FOR_WELFARE = ":" + WELFARE_OFFICE;

    private static final String OF_CASE =
            "(select id_ from act_ru_execution where business_key_ = :number union select id_ from act_hi_procinst where business_key_ = :number)";

    /** What has the tenant in a column of its own, with the column that names the instance. */
    private static final List<String> TABLES = List.of(
            "act_ru_variable",
            "act_ru_incident",
            "act_ru_event_subscr",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_job_log",
            "act_hi_incident");

    private final JdbcClient database;

    RestrictedMark(JdbcClient database) {
        this.database = database;
    }

    /** The marks that this person's lists contain beside what has none. */
    static List<String> seenBy(NamedOnly restricted, String user, Set<String> groups) {
        List<String> marks = new ArrayList<>();
        restricted.openTo(user).forEach(number -> {
            marks.add(number);
            marks.add(number + FOR_WELFARE);
        });
        if (groups.contains(WELFARE_OFFICE)) {
            restricted.all().forEach(number -> marks.add(number + FOR_WELFARE));
        }
        return marks;
    }

    /** The mark of a new task; empty if its case has none. */
    static Optional<String> ofTask(String ofInstance, Set<String> candidateGroups) {
        return Optional.ofNullable(ofInstance)
                .map(mark -> candidateGroups.contains(WELFARE_OFFICE) ? mark + FOR_WELFARE : mark);
    }

    /** True if the welfare office may have this step also of a case it is not named in. */
    public static boolean isForWelfareOffice(TaskFacts task, Set<String> groups) {
        return task.candidateGroups().contains(WELFARE_OFFICE) && groups.contains(WELFARE_OFFICE);
    }

    /**
     * Sets or takes off the mark of everything that runs or ran for a case. Acts that had read it before are begun anew: their
     * rows have another revision now.
     */
    public void set(String caseNumber, boolean restricted) {
        String mark = restricted ? caseNumber : null;
        revised("act_ru_execution set tenant_id_ = :mark, rev_ = rev_ + 1 where proc_inst_id_ in ", caseNumber, mark);
        revised("act_ru_job set tenant_id_ = :mark, rev_ = rev_ + 1 where process_instance_id_ in ", caseNumber, mark);
        revised(
                "act_ru_task t set rev_ = rev_ + 1, tenant_id_ = case when exists (select 1 from act_ru_identitylink l"
                        + " where l.task_id_ = t.id_ and l.group_id_ = '" + WELFARE_OFFICE + "')"
                        + " then :mark || '" + FOR_WELFARE + "' else :mark end where proc_inst_id_ in ",
                caseNumber,
                mark);
        TABLES.forEach(table -> revised(
                table + " set tenant_id_ = :mark where proc_inst_id_ in ".replace("proc_inst_id_", column(table)),
                caseNumber,
                mark));
    }

    private static String column(String table) {
        return switch (table) {
            case "act_hi_procinst" -> "id_";
            case "act_hi_job_log" -> "process_instance_id_";
            default -> "proc_inst_id_";
        };
    }

    private void revised(String update, String caseNumber, String mark) {
        database.sql("update " + update + OF_CASE)
                .param("number", caseNumber)
                .param("mark", mark, java.sql.Types.VARCHAR)
                .update();
    }
}
