/** 道筋: every way a case can take through a diagram, found by exploring its states, and whether each of them can end. */
package jp.tsunagu.procedure.check.course;
