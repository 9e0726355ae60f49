/** What the database holds of a person it holds encrypted: keys, sealed columns, what is searched without being read. */
package jp.tsunagu.casefile.crypt;
