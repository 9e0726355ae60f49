/**
 * 支援台帳: the person, the case, consent, progress records and every form as a versioned document. The only place where
 * personal data lives (要領 第12条).
 */
package jp.tsunagu.casefile;
