/** Who may see which case, the record of who did, and the login. Decides over facts it is handed; knows no case itself. */
package jp.tsunagu.access;
