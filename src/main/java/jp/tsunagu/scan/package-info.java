/**
 * Whether a file that somebody brings in is what a scanner makes, and nothing else: judged by its content, within limits of
 * size, time and memory. Knows no case.
 */
package jp.tsunagu.scan;
