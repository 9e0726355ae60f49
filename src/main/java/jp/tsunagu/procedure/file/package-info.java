/** The files of a procedure as they are read by comparison and checks: safely, and without the engine. */
package jp.tsunagu.procedure.file;
