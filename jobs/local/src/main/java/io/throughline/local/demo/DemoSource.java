package io.throughline.local.demo;

import io.throughline.model.Channel;
import io.throughline.model.Feedback;

/** The shipped channel through which each of the demo's channels comes in. */
public enum DemoSource {
    APP_STORE("app-store", Channel.MOBILE),
    TYPEFORM("typeform", Channel.WEB),
    TRANSCRIBE("transcribe", Channel.PHONE),
    MASTODON("mastodon", Channel.SOCIAL);

    private final String id;
    private final Channel channel;

    DemoSource(String id, Channel channel) {
        this.id = id;
        this.channel = channel;
    }

    /** Channel id, e.g. {@code app-store}. */
    public String id() {
        return id;
    }

    /** The channel its records belong to. */
    public Channel channel() {
        return channel;
    }

    String feedbackId(String naturalId) {
        return Feedback.idOf(channel, id, naturalId);
    }
}
