package jp.tsunagu.casefile.crypt;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with sealed columns. All there are stand in {@link #ALL}: what is missing here is never sealed anew, and a test that
 * searches the whole database finds it.
 *
 * @param row the primary key, which is a row's {@link Place#row}, as SQL
 * @param given the same out of a parameter that may be empty, as SQL with {@code %s} for the parameter
 */
record SealedTable(String name, String row, String given, List<String> columns) {

    private static final String UUID_GIVEN =
            "coalesce(cast(nullif(%s, '') as uuid), '00000000-0000-0000-0000-000000000000')";

    private static final String NUMBER_GIVEN = "coalesce(cast(nullif(%s, '') as bigint), 0)";

    static final List<SealedTable> ALL = List.of(
            of("person", "id", "name", "kana", "birth_date"),
            of("support_case", "id", "fields"),
            of("form_document", "id", "data"),
            new SealedTable("form_draft", "user_id || '/' || subject", "%s", List.of("data")),
            of(
                    "progress_record",
                    "id",
                    "counterpart",
                    "facts",
                    "persons_words",
                    "opinion",
                    "next_step",
                    "colleagues",
                    "correction_reason"),
            of("step_taken_back", "document_id", "reason"),
            of("person_merge", "id", "reason"),
            of("attachment", "id", "paper_note", "signed_by", "manner_reason", "file_name", "content"),
            of("attachment_withdrawal", "attachment_id", "reason"),
            of("plan_version", "id", "content"),
            of("rejection", "id", "reason"),
            of("notice", "id", "content"),
            new SealedTable("notice_event", "id", NUMBER_GIVEN, List.of("note")),
            of("referral", "id", "receiver", "received_by"),
            of("disclosure", "id", "receiver", "purpose"),
            of("case_viewing", "id", "note", "judged_note"),
            of("case_restriction", "id", "note", "end_note"),
            of("case_unlock", "id", "note"),
            of("retention_hold", "id", "note", "release_note"),
            of("disposal", "id", "note"));

    private static SealedTable of(String name, String row, String... columns) {
        return new SealedTable(name, row, UUID_GIVEN, List.of(columns));
    }

    Place place(int column, String ofRow) {
        return new Place(name + "." + columns.get(column), ofRow);
    }

    /** The next rows in the order of their keys; one that somebody is changing at this moment is left to the next look. */
    String next() {
        return "select " + row + " as row, " + String.join(", ", columns) + " from " + name + " where " + row + " > "
                + given.formatted(":last") + " and (" + stale() + ") order by " + row
                + " limit :most for no key update skip locked";
    }

    /** How many rows make a batch: a scan has megabytes. */
    int atOnce() {
        return name.equals("attachment") ? 1 : 200;
    }

    String update() {
        return "update " + name + " set "
                + columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", ")) + " where " + row
                + " = " + given.formatted("?");
    }

    /** Whether a row has anything that was not sealed with the present key. */
    String stale() {
        return stale(columns.stream());
    }

    private static String stale(Stream<String> columns) {
        return columns.map(column -> "substring(" + column + " from 1 for " + Vault.HEAD + ") <> :head")
                .collect(Collectors.joining(" or "));
    }

    /** How many values there are by the head of what is stored. */
    String counts() {
        return columns.stream()
                .map(column -> "select substring(" + column + " from 1 for " + Vault.HEAD + ") as head from " + name
                        + " where " + column + " is not null")
                .collect(Collectors.joining(" union all ", "select head, count(*) from (", ") sealed group by head"));
    }
}
