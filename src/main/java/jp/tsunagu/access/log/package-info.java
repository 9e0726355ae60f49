/** アクセス記録: its closed list of acts, its seals, their verification, and the auditor's page. */
package jp.tsunagu.access.log;
