package jp.tsunagu.access;

import java.util.List;
import java.util.Set;

/** The groups of people, by the ids that diagrams and accounts use. */
public final class Roles {

    /** 相談支援員 (要領 第7条). */
    public static final String CONSULTATION_SUPPORTER = "consultation-supporter";

    /** 主任相談支援員 (要領 第6条). */
    public static final String CHIEF = "chief-consultation-supporter";

    /** 就労支援員 (要領 第8条). */
    public static final String EMPLOYMENT_SUPPORTER = "employment-supporter";

    /** 家計改善支援員. */
    public static final String HOUSEHOLD_SUPPORTER = "household-supporter";

    /** アウトリーチ支援員. */
    public static final String OUTREACH_SUPPORTER = "outreach-supporter";

    /** 区 担当. */
    public static final String WARD_OFFICER = "ward-officer";

    /** 係長. */
    public static final String WARD_SUBSECTION_CHIEF = "ward-subsection-chief";

    /** 課長. */
    public static final String WARD_SECTION_CHIEF = "ward-section-chief";

    /** 福祉事務所. */
    public static final String WELFARE_OFFICE = "welfare-office";

    /** 支援調整会議構成員. */
    public static final String CONFERENCE_MEMBER = "conference-member";

    /** 統計担当. */
    public static final String STATISTICS_OFFICER = "statistics-officer";

    /** 監査. */
    public static final String AUDITOR = "auditor";

    /** 手続管理者. */
    public static final String PROCEDURE_ADMINISTRATOR = "procedure-administrator";

    /** システム管理者. */
    public static final String SYSTEM_ADMINISTRATOR = "system-administrator";

    /** The roles of the centre (港区生活・就労支援センター), whose work the chief oversees. */
    public static final Set<String> CENTRE =
            Set.of(CONSULTATION_SUPPORTER, CHIEF, EMPLOYMENT_SUPPORTER, HOUSEHOLD_SUPPORTER, OUTREACH_SUPPORTER);

    /** The ward's line of decision (要領 第10条). */
    public static final Set<String> WARD = Set.of(WARD_OFFICER, WARD_SUBSECTION_CHIEF, WARD_SECTION_CHIEF);

    /** Whose work stands in the diagrams, in the order of the procedure; the others read or administer. */
    public static final List<String> OF_STEPS = List.of(
            CONSULTATION_SUPPORTER,
            CHIEF,
            EMPLOYMENT_SUPPORTER,
            HOUSEHOLD_SUPPORTER,
            OUTREACH_SUPPORTER,
            WARD_OFFICER,
            WARD_SUBSECTION_CHIEF,
            WARD_SECTION_CHIEF,
            WELFARE_OFFICE);

    private Roles() {}
}
