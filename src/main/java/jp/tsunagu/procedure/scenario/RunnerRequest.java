package jp.tsunagu.procedure.scenario;

import java.util.List;
import java.util.Map;

/**
 * What the runner is given on its standard input, as JSON.
 *
 * @param files name with its folder → content
 * @param scenarios their texts
 */
record RunnerRequest(String municipality, Map<String, byte[]> files, List<String> scenarios) {}
