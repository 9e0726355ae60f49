package jp.tsunagu.procedure.check.course;

import java.util.List;

/**
 * A sequence flow. One that leads to a throwing link event leads to its target at once, as in the engine.
 *
 * @param condition null if it has none
 * @param onTake what listeners set when it is taken
 */
record Flow(int index, String id, Node source, Node target, Condition condition, List<Node.Assignment> onTake) {

    @Override
    public String toString() {
        return id;
    }
}
