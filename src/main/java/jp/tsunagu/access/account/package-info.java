/** What an account is beyond the engine's own row: contractor, last day, locked, first password, and who may log in. */
package jp.tsunagu.access.account;
