package jp.tsunagu.oversight;

import java.util.List;

/**
 * All that the first page shows.
 *
 * @param filter as it was applied
 * @param asOf in words
 * @param rows all processes, the worst first
 * @param stuck the worst steps of all
 */
record Overview(HeatFilter filter, String asOf, HeatOfProcess chosen, List<ProcessRow> rows, List<HeatLine> stuck) {}
