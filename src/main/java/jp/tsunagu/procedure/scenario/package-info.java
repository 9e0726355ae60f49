/** 例題: cases told step by step, run on a procedure that is not in force yet, in a JVM of their own. */
package jp.tsunagu.procedure.scenario;
