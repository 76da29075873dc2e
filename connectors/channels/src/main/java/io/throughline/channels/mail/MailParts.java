package io.throughline.channels.mail;

import io.throughline.channels.RejectedException;
import io.throughline.channels.text.HtmlText;
import io.throughline.model.FailureReason;
import io.throughline.own.OwnWords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * The headers of a mail and the words in its parts. Of alternatives the plain one counts, else the
 * HTML one; attachments and mails inside the mail do not.
 *
 * <p>Read from the parser's tokens, not as a tree: that way a mail of parts inside parts inside
 * parts ends at a depth of ours, and attachments are passed over without being kept.
 */
final class MailParts {

    private static final int DEEPEST = 30;
    private static final int MOST_HEADERS = 5_000;

    private final MailHeaders headers = new MailHeaders();
    private final MailHeaders own = new MailHeaders();
    private final Deque<Multipart> open = new ArrayDeque<>();

    private MailParts() {}

    /**
     * @throws RejectedException when it cannot be read
     */
    static MailParts of(byte[] mail) {
        MimeConfig config =
                MimeConfig.custom()
                        .setMaxLineLen(-1)
                        .setMaxHeaderLen(-1)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxContentLen(-1)
                        .setStrictParsing(false)
                        .build();
        MimeTokenStream tokens = new MimeTokenStream(config, DecodeMonitor.SILENT, null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        MailParts parts = new MailParts();
        parts.open.push(new Multipart("mixed"));
        try {
            tokens.parse(new ByteArrayInputStream(mail));
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_OF_STREAM;
                    state = tokens.next()) {
                parts.take(state, tokens);
            }
        } catch (MimeException | IOException e) {
            throw new RejectedException(FailureReason.MALFORMED, "the mail cannot be read");
        }
        return parts;
    }

    MailHeaders headers() {
        return headers;
    }

    /** The customer's own words. */
    String text() {
        while (open.size() > 1) {
            close();
        }
        return open.peek().text();
    }

    private void take(EntityState state, MimeTokenStream tokens) throws IOException {
        switch (state) {
            case T_START_BODYPART -> own.clear();
            case T_FIELD -> {
                own.add(tokens.getField());
                if (open.size() == 1) {
                    headers.add(tokens.getField());
                }
            }
            case T_START_MULTIPART -> {
                if (open.size() > DEEPEST) {
                    throw new RejectedException(
                            FailureReason.TOO_DEEP, "parts nest deeper than " + DEEPEST);
                }
                open.push(new Multipart(lower(tokens.getBodyDescriptor().getSubType())));
            }
            case T_END_MULTIPART -> close();
            case T_BODY -> body(tokens);
            default -> {
                // preambles, epilogues and the ends of parts hold no words
            }
        }
    }

    private void close() {
        Multipart closed = open.pop();
        open.peek().add(closed);
    }

    private void body(MimeTokenStream tokens) throws IOException {
        String type = lower(tokens.getBodyDescriptor().getMimeType());
        boolean html = type.equals("text/html") || type.equals("application/xhtml+xml");
        boolean attached =
                lower(own.first("content-disposition").orElse("")).startsWith("attachment")
                        || own.first("content-disposition")
                                .filter(text -> lower(text).contains("filename"))
                                .isPresent();
        if (attached || !(html || type.equals("text/plain"))) {
            return;
        }
        byte[] bytes = tokens.getDecodedInputStream().readAllBytes();
        String contentType = lower(own.first("content-type").orElse(""));
        String text = MailCharsets.decode(bytes, tokens.getBodyDescriptor().getCharset());
        if (html) {
            open.peek().addHtml(OwnWords.of(HtmlText.of(HtmlQuotes.without(text))));
        } else {
            String lines =
                    contentType.contains("format=flowed")
                            ? FlowedText.unwrapped(text, contentType.contains("delsp=yes"))
                            : text;
            open.peek().addPlain(OwnWords.of(lines));
        }
    }

    private static String lower(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** A multipart and what its parts say. */
    private static final class Multipart {

        private final boolean alternative;
        private final List<String> plain = new ArrayList<>();
        private final List<String> all = new ArrayList<>();

        Multipart(String subType) {
            this.alternative = subType.equals("alternative");
        }

        void addPlain(String text) {
            if (!text.isBlank()) {
                plain.add(text);
                all.add(text);
            }
        }

        void addHtml(String text) {
            if (!text.isBlank()) {
                all.add(text);
            }
        }

        /** In an alternative, a multipart (HTML with its pictures) stands for its HTML. */
        void add(Multipart part) {
            addHtml(part.text());
            if (!alternative && !part.text().isBlank()) {
                plain.add(part.text());
            }
        }

        String text() {
            if (alternative) {
                return !plain.isEmpty() ? plain.get(0) : all.isEmpty() ? "" : all.get(0);
            }
            return String.join("\n", all);
        }
    }
}
