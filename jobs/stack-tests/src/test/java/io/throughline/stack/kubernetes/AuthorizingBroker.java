package io.throughline.stack.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicAdmin;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;

/**
 * A real broker that asks who somebody is and what they may do, as Strimzi's does: the same
 * authorizer, and nobody may do what no entry says. Its second listener is for the test alone.
 */
final class AuthorizingBroker implements AutoCloseable {

    private static final String PASSWORD = "a-password-of-the-test";

    private final KafkaRaftServer server;
    private final int port;
    private final Admin admin;

    private AuthorizingBroker(KafkaRaftServer server, int port, Admin admin) {
        this.server = server;
        this.port = port;
        this.admin = admin;
    }

    static AuthorizingBroker start(Path folder, Collection<String> users) throws IOException {
        int port = freePort();
        int own = freePort();
        int controller = freePort();
        Properties properties = new Properties();
        properties.putAll(
                Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.bootstrap.servers", "127.0.0.1:" + controller),
                        Map.entry(
                                "listeners",
                                "CLIENTS://127.0.0.1:%d,OWN://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                        .formatted(port, own, controller)),
                        Map.entry(
                                "listener.security.protocol.map",
                                "CLIENTS:SASL_PLAINTEXT,OWN:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("inter.broker.listener.name", "OWN"),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry("sasl.enabled.mechanisms", "PLAIN"),
                        Map.entry("listener.name.clients.plain.sasl.jaas.config", passwords(users)),
                        Map.entry(
                                "authorizer.class.name",
                                "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                        Map.entry("super.users", "User:ANONYMOUS"),
                        Map.entry("auto.create.topics.enable", "false"),
                        Map.entry("log.dirs", folder.resolve("log").toString()),
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("offsets.topic.num.partitions", "1"),
                        Map.entry("transaction.state.log.replication.factor", "1"),
                        Map.entry("transaction.state.log.min.isr", "1"),
                        Map.entry("transaction.state.log.num.partitions", "1"),
                        Map.entry("group.initial.rebalance.delay.ms", "0")));
        format(folder, properties);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        KafkaSettings unasked = KafkaSettings.of("127.0.0.1:" + own);
        TopicAdmin.ensure(unasked);
        try (TopicWriter writer = TopicWriter.open(unasked, "first-records")) {
            writer.write(
                    Topics.all().stream()
                            .map(topic -> new TopicWriter.Write(topic.name(), "key", new byte[1]))
                            .toList());
        }
        return new AuthorizingBroker(server, port, Admin.create(unasked.adminProperties()));
    }

    /** Settings of a user's clients. */
    KafkaSettings as(String user) {
        return new KafkaSettings(
                "127.0.0.1:" + port,
                Map.of(
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                                + user
                                + "\" password=\""
                                + PASSWORD
                                + "\";"));
    }

    /** Nobody may do anything else from now on; returns when the broker goes by it. */
    void allow(List<KafkaAccess> table) throws Exception {
        Set<AclBinding> wanted =
                table.stream().map(AuthorizingBroker::binding).collect(Collectors.toSet());
        Set<AclBinding> there = there();
        Set<AclBinding> gone = new HashSet<>(there);
        gone.removeAll(wanted);
        admin.deleteAcls(gone.stream().map(AclBinding::toFilter).toList()).all().get();
        wanted.removeAll(there);
        admin.createAcls(wanted).all().get();
        int expected = table.size();
        // The broker that answers us hears of it a moment after the controller.
        while (there().size() != expected) {
            Thread.onSpinWait();
        }
    }

    private Set<AclBinding> there() throws Exception {
        return new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
    }

    private static AclBinding binding(KafkaAccess access) {
        ResourceType type =
                access.type().equals("transactionalId")
                        ? ResourceType.TRANSACTIONAL_ID
                        : ResourceType.fromString(access.type());
        PatternType pattern =
                access.pattern().equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
        return new AclBinding(
                new ResourcePattern(type, access.name(), pattern),
                new AccessControlEntry(
                        "User:" + access.user(),
                        "*",
                        AclOperation.fromString(access.operation()),
                        AclPermissionType.ALLOW));
    }

    private static String passwords(Collection<String> users) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required "
                + users.stream()
                        .map(user -> "user_" + user + "=\"" + PASSWORD + "\"")
                        .collect(Collectors.joining(" "))
                + ";";
    }

    private static void format(Path folder, Properties properties) throws IOException {
        Path file = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        StorageTool.execute(
                new String[] {
                    "format",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c",
                    file.toString(),
                    "--standalone"
                },
                new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        admin.close();
        server.shutdown();
        server.awaitShutdown();
    }
}
