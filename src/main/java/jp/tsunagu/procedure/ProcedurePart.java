package jp.tsunagu.procedure;

import jp.tsunagu.engine.ProcedureSets.Part;

/** A diagram, table, form or text of a procedure set, whatever its version. */
record ProcedurePart(Part part, String key) {}
