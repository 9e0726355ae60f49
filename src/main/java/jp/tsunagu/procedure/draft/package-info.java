/** 改定案: changes to the procedure that somebody is working on, and the editors they work with. */
package jp.tsunagu.procedure.draft;
