package jp.tsunagu.procedure.publish;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** A node that runs jobs looks whether a 施行日 has come, and moves cases. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class PublishSchedule {

    private final Publisher publisher;
    private final MigrationWork work;
    /** Moving many cases takes minutes: nothing else that is scheduled waits for it. */
    private final ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "procedure-move");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicBoolean moving = new AtomicBoolean();

    PublishSchedule(Publisher publisher, MigrationWork work) {
        this.publisher = publisher;
        this.work = work;
    }

    @Scheduled(initialDelayString = "${tsunagu.watch.every:PT1M}", fixedDelayString = "${tsunagu.watch.every:PT1M}")
    void look() {
        if (moving.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    publisher.look();
                    work.round();
                } finally {
                    moving.set(false);
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
