/** 義務: what the law demands of the ways through the diagrams, written down as data and checked on all of them. */
package jp.tsunagu.procedure.check.law;
