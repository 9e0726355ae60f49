package jp.tsunagu.oversight;

import java.util.List;

/**
 * What one worker has to do.
 *
 * @param groups the roles in Japanese
 * @param cases open cases they are responsible for
 * @param tasks open tasks they have in hand
 * @param late those of them beyond their target
 * @param passed agreed dates and evaluations whose day has passed
 * @param weeks what falls due in the coming weeks
 */
record Workload(
        String account, String name, String groups, int cases, int tasks, int late, int passed, List<Week> weeks) {

    /**
     * A week of a worker.
     *
     * @param away the days on which they are away, in Japanese; empty if they are there
     */
    record Week(int tasks, int agreed, int evaluations, String away) {

        public int all() {
            return tasks + agreed + evaluations;
        }
    }
}
