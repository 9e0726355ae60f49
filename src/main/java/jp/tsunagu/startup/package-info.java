/** What happens when the application starts: the database of a first run, the order of preparations, demo accounts. */
package jp.tsunagu.startup;
