package jp.tsunagu.procedure;

import java.util.Map;

/** Told of packaged files that stay out of force, because an administrator published a version of their own. */
@FunctionalInterface
public interface KeptFiles {

    /** Within the transaction of the start-up; the same files are told at every start. */
    void kept(Map<String, byte[]> packaged);
}
