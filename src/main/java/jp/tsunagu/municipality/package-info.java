/** 自治体ごとの定め: settings with the dates from and to which they hold, absences, corrections of the calendar. */
package jp.tsunagu.municipality;
