package jp.tsunagu.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Accounts and groups, kept by the engine so that Tasklist, pages and REST share them. */
@Component
public class Accounts {

    private static final Map<String, String> GROUP_NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(Roles.CONSULTATION_SUPPORTER, "相談支援員"),
            Map.entry(Roles.CHIEF, "主任相談支援員"),
            Map.entry(Roles.EMPLOYMENT_SUPPORTER, "就労支援員"),
            Map.entry(Roles.HOUSEHOLD_SUPPORTER, "家計改善支援員"),
            Map.entry(Roles.OUTREACH_SUPPORTER, "アウトリーチ支援員"),
            Map.entry(Roles.WARD_OFFICER, "区 担当"),
            Map.entry(Roles.WARD_SUBSECTION_CHIEF, "係長"),
            Map.entry(Roles.WARD_SECTION_CHIEF, "課長"),
            Map.entry(Roles.WELFARE_OFFICE, "福祉事務所"),
            Map.entry(Roles.CONFERENCE_MEMBER, "支援調整会議構成員"),
            Map.entry(Roles.STATISTICS_OFFICER, "統計担当"),
            Map.entry(Roles.AUDITOR, "監査"),
            Map.entry(Roles.PROCEDURE_ADMINISTRATOR, "手続管理者"),
            Map.entry(Roles.SYSTEM_ADMINISTRATOR, "システム管理者")));

    /** Member of the engine's own administrators' group; {@link EngineAccounts} refuses its login. */
    public static final String NOBODY = "nobody";

    private final IdentityService identity;

    Accounts(IdentityService identity) {
        this.identity = identity;
    }

    /** The group ids with their Japanese names. */
    public static Map<String, String> groupNames() {
        return GROUP_NAMES;
    }

    void ensureGroups() {
        GROUP_NAMES.forEach((id, name) -> {
            if (identity.createGroupQuery().groupId(id).count() == 0) {
                Group group = identity.newGroup(id);
                group.setName(name);
                group.setType("TSUNAGU");
                identity.saveGroup(group);
            }
        });
    }

    /**
     * The webapps send everybody to their set-up page, and their set-up endpoint works without a login, for as long as the
     * engine's own administrators' group has no member (CVE-2026-77226). It gets one that nobody can log in as.
     */
    void ensureSetUpIsOver() {
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            identity.saveGroup(identity.newGroup(Groups.CAMUNDA_ADMIN));
        }
        String unknownToAnybody = UUID.randomUUID() + UUID.randomUUID().toString();
        ensure(NOBODY, "（ログインできない利用者）", "", unknownToAnybody, List.of(Groups.CAMUNDA_ADMIN));
    }

    boolean hasMember(String group) {
        return identity.createUserQuery().memberOfGroup(group).count() > 0;
    }

    /**
     * Creates an account unless it exists.
     *
     * @param familyName shown first: the webapps print first and last name in this order
     */
    public void ensure(String account, String familyName, String givenName, String password, List<String> groups) {
        if (identity.createUserQuery().userId(account).count() > 0) {
            return;
        }
        User user = identity.newUser(account);
        user.setFirstName(familyName);
        user.setLastName(givenName);
        user.setPassword(password);
        identity.saveUser(user);
        groups.forEach(group -> identity.createMembership(account, group));
    }
}
