package jp.tsunagu.engine;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;

/** The engine's log of failed jobs keeps the failure itself, beside what {@link FailedJob} leaves at the job. */
class PlainFailureHistory extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable exception) {
        return super.createHistoricJobLogFailedEvt(job, PlainFailure.of(exception));
    }
}
