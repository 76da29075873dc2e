package io.throughline.polling;

import io.throughline.fetch.ChannelInstance;
import io.throughline.health.HealthRules;
import java.io.Serializable;
import java.util.Objects;

/**
 * A channel instance that the source hosts.
 *
 * @param health when it is not well
 * @param version of its set-up: another text when anything of it changed, so that a running channel
 *     is restarted then and only then; tells nothing of the secrets in it
 */
public record HostedChannel(ChannelInstance instance, HealthRules health, String version)
        implements Serializable {

    public HostedChannel {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(version, "version");
    }

    /** A channel that stays as it is, with the usual rules. */
    public static HostedChannel of(ChannelInstance instance) {
        return new HostedChannel(instance, HealthRules.DEFAULT, "");
    }

    /** Id of the instance. */
    public String id() {
        return instance.id();
    }
}
