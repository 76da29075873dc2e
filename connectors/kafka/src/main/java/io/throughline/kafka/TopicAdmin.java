package io.throughline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics be there with their configuration; calling it again changes nothing. */
public final class TopicAdmin {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MS = 50;

    private TopicAdmin() {}

    /** Creates {@link Topics#all()} where missing and corrects their configuration. */
    public static void ensure(KafkaSettings settings) {
        ensure(settings, Topics.all());
    }

    /**
     * Creates topics where missing, with the broker's default replication, and corrects the
     * configuration of those that exist.
     *
     * @throws KafkaUnavailableException when the broker cannot be reached or refuses
     */
    public static void ensure(KafkaSettings settings, Collection<TopicSpec> topics) {
        try (Admin admin = Admin.create(settings.adminProperties())) {
            Set<String> existing = admin.listTopics().names().get();
            create(admin, topics.stream().filter(t -> !existing.contains(t.name())).toList());
            awaitKnown(admin, topics);
            configure(admin, topics.stream().filter(t -> existing.contains(t.name())).toList());
        } catch (ExecutionException | KafkaException e) {
            throw Problems.explain(settings, "create or check the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.explain(settings, "create or check the topics", e);
        }
    }

    private static void create(Admin admin, Collection<TopicSpec> topics)
            throws ExecutionException, InterruptedException {
        List<NewTopic> missing = new ArrayList<>();
        for (TopicSpec topic : topics) {
            missing.add(
                    new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                            .configs(topic.config()));
        }
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Returns when the broker knows the topics. The controller acknowledges a new topic before the
     * broker that answers us has heard of it.
     */
    private static void awaitKnown(Admin admin, Collection<TopicSpec> topics)
            throws ExecutionException, InterruptedException {
        List<String> names = topics.stream().map(TopicSpec::name).toList();
        for (long deadline = System.nanoTime() + PATIENCE.toNanos(); ; Thread.sleep(PAUSE_MS)) {
            try {
                admin.describeTopics(names).allTopicNames().get();
                return;
            } catch (ExecutionException e) {
                boolean unknown = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!unknown || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private static void configure(Admin admin, Collection<TopicSpec> topics)
            throws ExecutionException, InterruptedException {
        Map<ConfigResource, TopicSpec> resources = new HashMap<>();
        for (TopicSpec topic : topics) {
            resources.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic);
        }
        Map<ConfigResource, Config> actual = admin.describeConfigs(resources.keySet()).all().get();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        resources.forEach(
                (resource, topic) -> {
                    List<AlterConfigOp> operations = differences(topic, actual.get(resource));
                    if (!operations.isEmpty()) {
                        changes.put(resource, operations);
                    }
                });
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private static List<AlterConfigOp> differences(TopicSpec topic, Config actual) {
        List<AlterConfigOp> operations = new ArrayList<>();
        topic.config()
                .forEach(
                        (key, value) -> {
                            ConfigEntry entry = actual.get(key);
                            if (entry == null || !value.equals(entry.value())) {
                                operations.add(
                                        new AlterConfigOp(
                                                new ConfigEntry(key, value),
                                                AlterConfigOp.OpType.SET));
                            }
                        });
        return operations;
    }
}
