package jp.tsunagu.access.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import jp.tsunagu.access.Roles;

/** Which roles do not go together in one hand (兼務), and which one may never have. */
final class Segregation {

    private Segregation() {}

    /** A contractor decides nothing for the ward, whatever a diagram says (I-11). */
    static boolean isForbidden(boolean contractor, String group) {
        return contractor && Roles.WARD.contains(group);
    }

    /** What somebody should think twice about; each act still refuses both sides of one check. */
    static List<String> warnings(Collection<String> groups) {
        List<String> warnings = new ArrayList<>();
        if (any(groups, Roles.CENTRE) && any(groups, Roles.WARD)) {
            warnings.add("センターの役割と区の役割を兼ねています。自分が作成したプランの審査・決定はできません。");
        }
        if (groups.contains(Roles.WARD_OFFICER)
                && any(groups, Set.of(Roles.WARD_SUBSECTION_CHIEF, Roles.WARD_SECTION_CHIEF))) {
            warnings.add("区の担当と決裁者を兼ねています。自分が審査した案件の承認・決定はできません。");
        }
        if (groups.contains(Roles.CONSULTATION_SUPPORTER) && groups.contains(Roles.CHIEF)) {
            warnings.add("相談支援員と主任を兼ねています。自分がアセスメントした案件のスクリーニングの確認は、主任代理が行います。");
        }
        if (groups.contains(Roles.AUDITOR) && groups.size() > 1) {
            warnings.add("監査は、ほかの役割と兼ねないのが原則です。自分の記録を自分で確かめることになります。");
        }
        if (groups.contains(Roles.SYSTEM_ADMINISTRATOR) && groups.size() > 1) {
            warnings.add("システム管理者は、ケースを扱う役割や手続管理者と兼ねないのが原則です。");
        }
        return warnings;
    }

    private static boolean any(Collection<String> groups, Set<String> of) {
        return !Collections.disjoint(groups, of);
    }
}
