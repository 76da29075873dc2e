package io.throughline.channels.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.definition.VerifySpec.PartKind;
import io.throughline.channels.definition.VerifySpec.Place;
import io.throughline.channels.definition.VerifySpec.SignedTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Checks that a request comes from its provider, before anything reads its body. Immutable.
 *
 * <p>The signature that is due is written out and compared with what was sent, character by
 * character and in constant time: so no spelling but the provider's is taken, and neither how much
 * of a forgery is right nor which of two live keys is in use can be measured.
 */
public final class Signatures {

    /**
     * More entries in a header than any provider signs with; bounds what a forger can make us do.
     */
    private static final int MAX_ENTRIES = 16;

    private static final int FINGERPRINT_BYTES = 16;

    private final VerifySpec spec;
    private final List<byte[]> keys;
    private final String publicUrl;
    private final String user;
    private final Signer signer;
    private final SignedContent content;

    private Signatures(VerifySpec spec, List<byte[]> keys, String publicUrl, String user) {
        this.spec = spec;
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.user = user;
        this.signer = new Signer(spec);
        this.content = new SignedContent(spec);
    }

    /**
     * The check of a channel.
     *
     * @param values gives the value of a reference such as {@code secret.typeform}; null when there
     *     is none
     * @throws IllegalArgumentException when a reference has no value or a secret is not written as
     *     its scheme has it; the message names it and never holds a value
     */
    public static Signatures of(VerifySpec spec, Function<String, String> values) {
        return new Signatures(
                spec,
                Secrets.keys(spec, values),
                spec.url() == null ? null : Placeholders.resolve(spec.url(), values),
                spec.user() == null ? null : Placeholders.resolve(spec.user(), values));
    }

    /** A secret made of these bytes as the scheme writes it, for senders of samples. */
    public static String secret(VerifySpec spec, byte[] key) {
        return Secrets.write(spec.secret(), key);
    }

    /**
     * The proof that the request is its provider's; empty when it is not, whatever the reason.
     *
     * @param now by the receiver's clock
     */
    public Optional<Proof> verify(PushRequest request, Instant now) {
        Optional<String> header = request.header(spec.header());
        if (header.isEmpty()) {
            return Optional.empty();
        }
        List<String> entries = entries(header.get());
        List<String> claims = after(spec.signature().prefix(), entries);
        if (claims.isEmpty() || entries.size() > MAX_ENTRIES) {
            return Optional.empty();
        }
        if (spec.time() == null) {
            return proof(request, claims, null, Optional.empty());
        }
        Optional<String> text = timeText(request, entries);
        Optional<Instant> time = text.flatMap(t -> SignedTimes.read(spec.time().form(), t));
        if (time.isEmpty() || !SignedTimes.fresh(spec.time(), time.get(), now)) {
            return Optional.empty();
        }
        Instant end = time.get().plus(spec.time().tolerance());
        return proof(request, claims, text.get(), Optional.of(end));
    }

    private Optional<Proof> proof(
            PushRequest request, List<String> claims, String time, Optional<Instant> validUntil) {
        boolean valid = false;
        byte[] first = null;
        for (String url : urls(request)) {
            Optional<List<byte[]>> signed = content.of(request, url, time);
            if (signed.isEmpty()) {
                return Optional.empty();
            }
            for (byte[] key : keys) {
                byte[] due = signer.text(key, signed.get(), user).getBytes(UTF_8);
                first = first == null ? due : first;
                for (String claim : claims) {
                    valid |= MessageDigest.isEqual(claim.getBytes(UTF_8), due);
                }
            }
        }
        return valid ? Optional.of(new Proof(fingerprint(first), validUntil)) : Optional.empty();
    }

    /** Of the first key whichever was used, so that leaving out an entry makes no other request. */
    private static String fingerprint(byte[] signature) {
        byte[] hash = Signer.sha256(signature);
        return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    }

    /**
     * The headers that the provider adds to a request, for tests and senders of samples. An id that
     * the scheme signs is taken from the request, or made up when it has none.
     */
    public Map<String, String> sign(PushRequest request, Instant now) {
        Map<String, String> headers = new TreeMap<>();
        Place place = spec.signature();
        SignedTime time = spec.time();
        String moment = time == null ? null : SignedTimes.write(time.form(), now);
        boolean inOne = time != null && time.header().equalsIgnoreCase(place.header());
        if (time != null && !inOne) {
            headers.put(time.header(), time.prefix() + moment);
        }
        PushRequest whole = request;
        if (spec.id() != null && request.header(spec.id()).isEmpty()) {
            String id = "msg_" + fingerprint(request.body());
            headers.put(spec.id(), id);
            Map<String, List<String>> more = new TreeMap<>(request.headers());
            more.put(spec.id(), List.of(id));
            whole = new PushRequest(request.url(), more, request.body());
        }
        List<byte[]> signed =
                content.of(whole, urls(whole).get(0), moment)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the request lacks something that is signed"));
        String signature = place.prefix() + signer.text(keys.get(0), signed, user);
        headers.put(
                place.header(),
                inOne ? time.prefix() + moment + place.separator() + signature : signature);
        return headers;
    }

    private List<String> urls(PushRequest request) {
        if (spec.over().stream().noneMatch(part -> part.kind() == PartKind.URL)) {
            return List.of("");
        }
        if (publicUrl == null) {
            return SignedUrls.of(request.url());
        }
        String query = request.query();
        return SignedUrls.of(query.isEmpty() ? publicUrl : publicUrl + "?" + query);
    }

    private List<String> entries(String header) {
        String separator = spec.signature().separator();
        if (separator.isEmpty()) {
            return List.of(header);
        }
        return Arrays.stream(header.split(Pattern.quote(separator), MAX_ENTRIES + 1))
                .map(String::strip)
                .toList();
    }

    private static List<String> after(String prefix, List<String> entries) {
        return entries.stream()
                .filter(entry -> entry.startsWith(prefix))
                .map(entry -> entry.substring(prefix.length()))
                .toList();
    }

    private Optional<String> timeText(PushRequest request, List<String> entries) {
        SignedTime time = spec.time();
        List<String> times =
                after(
                        time.prefix(),
                        time.header().equalsIgnoreCase(spec.header())
                                ? entries
                                : request.header(time.header()).stream().toList());
        return times.size() == 1 ? Optional.of(times.get(0)) : Optional.empty();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "Signatures[" + spec.algorithm() + " in " + spec.header() + "]";
    }
}
