package io.throughline.conformance.fetching;

import io.throughline.channels.definition.AuthSpec;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.CursorSpec;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.RequestLimits;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.channels.definition.StreamSpec;
import io.throughline.fetch.ChannelInstance;
import java.time.Duration;
import java.util.Map;

/**
 * The channel under test with a server of the kit in place of its own. Everything else of its
 * definition stays, but for what would only make a check take long: intervals, time-outs, budgets.
 */
final class MockedChannel {

    /** How long a silent server is waited for. */
    static final Duration TIMEOUT = Duration.ofMillis(700);

    private static final Duration SOON = Duration.ofMillis(1);
    private static final String HOST = "^[a-z]+://[^/?#]*";

    private MockedChannel() {}

    /** The request of a polled channel, or of the poll beside a push; null when it has none. */
    static RequestSpec requestOf(ChannelDefinition definition) {
        return definition.mode() == Mode.PUSH ? definition.reconcile() : definition.request();
    }

    /** The instance that polls the server. */
    static ChannelInstance polling(
            ChannelDefinition definition, String url, Map<String, String> values) {
        RequestSpec mocked = mocked(requestOf(definition), url);
        boolean push = definition.mode() == Mode.PUSH;
        ChannelDefinition changed =
                with(definition, push ? null : mocked, definition.stream(), push ? mocked : null);
        return ChannelInstance.of(changed, MadeUpValues.of(mocked, values));
    }

    /** The instance that streams from the server. */
    static ChannelInstance streaming(
            ChannelDefinition definition, String url, Map<String, String> values) {
        StreamSpec before = definition.stream();
        StreamSpec mocked =
                new StreamSpec(
                        before.protocol(),
                        before.url().replaceFirst(HOST, url),
                        before.query(),
                        before.headers(),
                        mocked(before.auth(), url),
                        before.subscribe(),
                        TIMEOUT,
                        SOON,
                        SOON,
                        before.resume());
        return ChannelInstance.of(
                with(definition, null, mocked, null), MadeUpValues.of(mocked, values));
    }

    private static ChannelDefinition with(
            ChannelDefinition before,
            RequestSpec request,
            StreamSpec stream,
            RequestSpec reconcile) {
        return new ChannelDefinition(
                before.id(),
                before.channel(),
                before.touchpoint(),
                before.mode(),
                before.limits(),
                before.mapper(),
                before.map(),
                before.records(),
                before.drop(),
                request,
                stream,
                before.verify(),
                before.file(),
                reconcile,
                before.fetcher(),
                before.requestHeaders());
    }

    private static RequestSpec mocked(RequestSpec before, String url) {
        CursorSpec cursor = before.cursor();
        return new RequestSpec(
                before.method(),
                before.url().replaceFirst(HOST, url),
                before.query(),
                before.headers(),
                before.body(),
                SOON,
                TIMEOUT,
                mocked(before.auth(), url),
                before.page(),
                cursor,
                new RequestLimits(null, before.limits().retryAfter(), before.limits().maxBody()));
    }

    private static AuthSpec mocked(AuthSpec before, String url) {
        if (before instanceof AuthSpec.ClientCredentials client) {
            return new AuthSpec.ClientCredentials(
                    client.tokenUrl().replaceFirst(HOST, url),
                    client.clientId(),
                    client.clientSecret(),
                    client.scope(),
                    client.audience(),
                    client.place());
        }
        if (before instanceof AuthSpec.JwtBearer bearer) {
            return new AuthSpec.JwtBearer(
                    bearer.tokenUrl().replaceFirst(HOST, url),
                    bearer.issuer(),
                    bearer.keyId(),
                    bearer.privateKey(),
                    bearer.scope(),
                    bearer.audience());
        }
        return before;
    }
}
