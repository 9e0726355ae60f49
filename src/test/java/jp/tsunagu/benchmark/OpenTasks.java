package jp.tsunagu.benchmark;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.JdbcTemplate;

/** How people come to their task, the same at every desk: they know which one it is, and take it as Tasklist asks them to. */
final class OpenTasks {

    private final ProcessEngine engine;
    private final JdbcTemplate database;

    OpenTasks(ProcessEngine engine, DataSource source) {
        this.engine = engine;
        database = new JdbcTemplate(source);
    }

    /** The open task of a step. Lists are measured by themselves ({@link TaskList}): finding it costs one statement here. */
    String take(String caseNumber, String step, String account) {
        String task = database.queryForObject("""
                select task.id_ from act_ru_task task
                join act_ru_execution process on process.id_ = task.proc_inst_id_
                where process.business_key_ = ? and task.task_def_key_ = ? and coalesce(task.assignee_, ?) = ?""", String.class, caseNumber, step, account, account);
        engine.getTaskService().claim(task, account);
        return task;
    }
}
