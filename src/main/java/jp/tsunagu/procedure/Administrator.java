package jp.tsunagu.procedure;

import java.util.Set;
import jp.tsunagu.access.Roles;
import org.camunda.bpm.engine.AuthorizationException;

/** 手続管理者: who changes diagrams, decision tables and forms, and never approves a change of their own. */
public record Administrator(String user) {

    private static final String NOT_YOURS = "「手続の管理」は、手続管理者が使うページです。手続を変えたいときは、手続管理者に相談してください。";

    public static boolean offeredTo(Set<String> groups) {
        return groups.contains(Roles.PROCEDURE_ADMINISTRATOR);
    }

    /** @throws AuthorizationException for anybody else, in Japanese */
    public static Administrator of(String user, Set<String> groups) {
        if (!offeredTo(groups)) {
            throw new AuthorizationException(NOT_YOURS);
        }
        return new Administrator(user);
    }
}
