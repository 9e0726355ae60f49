/** Passwords: which may be one, whether one is right, how often it may be tried; and how long a session counts. */
package jp.tsunagu.access.login;
