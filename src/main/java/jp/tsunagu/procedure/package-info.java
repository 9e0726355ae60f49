/** 手続: which diagrams, tables and forms are in force, and how packaged ones reach the engine. */
package jp.tsunagu.procedure;
