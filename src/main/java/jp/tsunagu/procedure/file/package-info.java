/**
 * The files of a procedure as everybody reads them: safely, and without the engine. XML has one reader, {@link
 * jp.tsunagu.procedure.file.XmlFile}; what is to be changed and written again is asked of it, too, as a tree with all it holds.
 */
package jp.tsunagu.procedure.file;
