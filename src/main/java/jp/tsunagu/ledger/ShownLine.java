package jp.tsunagu.ledger;

import java.util.List;
import jp.tsunagu.casefile.ProgressLine;

/**
 * A line of 第3号様式 on the page.
 *
 * @param occurredOn in 和暦
 * @param method what the code of the method is called
 * @param recorded by whom and when
 * @param before the lines in whose place this one stands, the latest first
 */
record ShownLine(
        ProgressLine line,
        String occurredOn,
        String method,
        String nextDate,
        String recorded,
        List<ShownLine> before) {}
