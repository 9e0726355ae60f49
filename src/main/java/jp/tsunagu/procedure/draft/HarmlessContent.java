package jp.tsunagu.procedure.draft;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.engine.guard.ProcedureGuard;
import jp.tsunagu.engine.guard.Refused;
import jp.tsunagu.procedure.ProcedureText;
import org.springframework.stereotype.Component;

/**
 * What the engine would never take is not kept either: nobody should open it in an editor, try it out or approve it. What is
 * only unfinished is kept, and the checks say what is missing.
 */
@Component
class HarmlessContent {

    private final ProcedureGuard guard;

    HarmlessContent(ProcedureGuard guard) {
        this.guard = guard;
    }

    /** @throws RefusedException with every reason; what was typed stays with whoever typed it */
    void require(String name, byte[] content) {
        if (ProcedureText.isOne(name)) {
            // no engine reads it; what a paper may hold, its own checks say
            return;
        }
        List<Refused> refused = guard.of(name, content);
        if (!refused.isEmpty()) {
            throw RefusedException.ofAct("「" + name + "」を保存できません。"
                    + refused.stream().map(Refused::text).collect(Collectors.joining(" ")));
        }
    }
}
