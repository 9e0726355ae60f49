/** 様式: the papers of the office as PDF, filled from the case file and from the templates beside the screen forms. */
package jp.tsunagu.document;
