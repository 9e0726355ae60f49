package jp.tsunagu.oversight;

import java.util.List;

/**
 * The heat of one process.
 *
 * @param version of the diagram that is drawn
 * @param lines the steps of that diagram, the worst first
 * @param gone steps that only other versions of the diagram have
 */
record HeatOfProcess(String process, String title, int version, List<HeatLine> lines, List<HeatLine> gone) {}
