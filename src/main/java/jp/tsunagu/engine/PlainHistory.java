package jp.tsunagu.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.Job;

/**
 * What the engine writes down: of a failed job no text of a library, as {@link FailedJob} keeps none at the job itself. The
 * process it names with each line it knows ({@link KnownDefinitions}) and need not read.
 */
class PlainHistory extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable exception) {
        return super.createHistoricJobLogFailedEvt(job, PlainFailure.of(exception));
    }

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        return Context.getCommandContext().getProcessDefinitionManager().findLatestProcessDefinitionById(id);
    }
}
