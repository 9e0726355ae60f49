/**
 * Where cases are stuck, why, and what can be done about it: heat on the diagrams, lists behind every step, what will be late,
 * who has how much to do. Reads counts that are kept up to date beside the engine's history, never the history itself.
 */
package jp.tsunagu.oversight;
