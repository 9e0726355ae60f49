package jp.tsunagu.benchmark;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** A job executor put together as the starter does it, switched on for one round. */
final class JobExecutors implements AutoCloseable {

    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    private final SpringJobExecutor executor = new SpringJobExecutor();

    private JobExecutors(ProcessEngine engine, JobExecutionProperty settings) {
        threads.setCorePoolSize(settings.getCorePoolSize());
        threads.setMaxPoolSize(settings.getMaxPoolSize());
        threads.setQueueCapacity(settings.getQueueCapacity());
        Optional.ofNullable(settings.getKeepAliveSeconds()).ifPresent(threads::setKeepAliveSeconds);
        threads.initialize();
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        Optional.ofNullable(settings.getLockTimeInMillis()).ifPresent(executor::setLockTimeInMillis);
        Optional.ofNullable(settings.getMaxJobsPerAcquisition()).ifPresent(executor::setMaxJobsPerAcquisition);
        Optional.ofNullable(settings.getWaitTimeInMillis()).ifPresent(executor::setWaitTimeInMillis);
        Optional.ofNullable(settings.getMaxWait()).ifPresent(executor::setMaxWait);
        Optional.ofNullable(settings.getBackoffTimeInMillis()).ifPresent(executor::setBackoffTimeInMillis);
        Optional.ofNullable(settings.getMaxBackoff()).ifPresent(executor::setMaxBackoff);
        Optional.ofNullable(settings.getBackoffDecreaseThreshold()).ifPresent(executor::setBackoffDecreaseThreshold);
        Optional.ofNullable(settings.getWaitIncreaseFactor()).ifPresent(executor::setWaitIncreaseFactor);
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.setJobExecutor(executor);
        executor.registerProcessEngine((ProcessEngineImpl) engine);
        executor.start();
    }

    static JobExecutors start(ProcessEngine engine, JobExecutionProperty settings) {
        return new JobExecutors(engine, settings);
    }

    @Override
    public void close() {
        executor.shutdown();
        threads.shutdown();
    }
}
