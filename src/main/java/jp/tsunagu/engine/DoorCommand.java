package jp.tsunagu.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;

/** A command of the form door, or of a named internal use case: it checks for itself before it opens the door. */
interface DoorCommand<T> extends Command<T> {}
