package io.throughline.fetch.mail;

import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.FetcherContext;
import io.throughline.fetch.FetcherProvider;

/** The fetcher {@code imap}: the messages of one folder of a mailbox, as they are on the wire. */
public final class ImapProvider implements FetcherProvider {

    @Override
    public String name() {
        return "imap";
    }

    @Override
    public void check(FetcherContext context) {
        Mailbox unused = Mailbox.of(context);
    }

    @Override
    public ChannelFetcher open(FetcherContext context) {
        return context.polling(new ImapChannel(Mailbox.of(context), context.clock()));
    }
}
