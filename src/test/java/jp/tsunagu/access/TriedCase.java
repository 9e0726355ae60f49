package jp.tsunagu.access;

import java.util.Map;
import java.util.Set;

/**
 * A case that doors are tried with.
 *
 * @param person the name in it that only readers may meet
 * @param holder who has the task
 * @param scan a paper that somebody signed, as a picture
 * @param readers who may read it
 * @param restricted true if nobody else may know of it
 * @param things what the engine has of it, by the beginning of its doors: {@code history/job-log} → id
 */
record TriedCase(
        String kind,
        String number,
        String person,
        String task,
        String holder,
        String record,
        String scan,
        Set<String> readers,
        boolean restricted,
        Map<String, String> things) {}
