/**
 * プラン: its versions, the person's agreement, 支援調整会議, the ward's check and decision, rejection and resubmission (要領
 * 第9条第6号から第8号まで、第10条).
 */
package jp.tsunagu.plan;
