package jp.tsunagu.procedure.check;

import java.nio.ByteBuffer;
import java.util.List;
import jp.tsunagu.engine.guard.ProcedureGuard;
import jp.tsunagu.procedure.ProcedureFiles;
import org.springframework.stereotype.Component;

/**
 * What the engine's guard would refuse at deployment. No draft is saved with it any more; one that lies there since before
 * shall be told so when it is proposed, and not in the night in which it comes into force.
 */
@Component
public class GuardRefusals implements Check {

    private final ProcedureGuard guard;
    private final Kept<Sent, List<Finding>> looks = new Kept<>(400);

    private record Sent(String file, ByteBuffer content) {}

    GuardRefusals(ProcedureGuard guard) {
        this.guard = guard;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return files.ofEngine().entrySet().stream()
                .flatMap(file ->
                        looks.of(new Sent(file.getKey(), ByteBuffer.wrap(file.getValue())), this::look).stream())
                .toList();
    }

    private List<Finding> look(Sent sent) {
        return guard.of(sent.file(), sent.content().array()).stream()
                .map(refused -> Finding.error(
                        EngineRefusals.RULE, sent.file(), refused.element(), "エンジンが受け付けません：" + refused.reason()))
                .toList();
    }
}
