package jp.tsunagu.scan;

/** A file that was found to be a scan. */
public record Scan(ScanKind kind, int pages) {}
