package io.throughline.channels.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.definition.VerifySpec.Part;
import io.throughline.channels.definition.VerifySpec.PartKind;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts together what was signed of a request.
 *
 * <p>A signature does not say where one piece ends and the next begins. So a piece that the sender
 * writes must not hold what parts it from the next, or bytes could move from the one to the other.
 */
final class SignedContent {

    private static final String BODY_HASH = "bodySHA256=";

    private final VerifySpec spec;

    SignedContent(VerifySpec spec) {
        this.spec = spec;
    }

    /** The pieces in order; empty when the request lacks one. */
    Optional<List<byte[]>> of(PushRequest request, String url, String time) {
        List<byte[]> pieces = new ArrayList<>();
        List<Part> parts = spec.over();
        for (int i = 0; i < parts.size(); i++) {
            String next =
                    i + 1 < parts.size() && parts.get(i + 1).kind() == PartKind.TEXT
                            ? parts.get(i + 1).text()
                            : null;
            Optional<byte[]> piece = piece(parts.get(i), request, url, time, next);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(piece.get());
        }
        return Optional.of(pieces);
    }

    private Optional<byte[]> piece(
            Part part, PushRequest request, String url, String time, String next) {
        return switch (part.kind()) {
            case TEXT -> bytes(part.text());
            case BODY -> Optional.of(request.body());
            case TIMESTAMP -> bytes(time);
            case ID -> header(request, spec.id(), next);
            case HEADER -> header(request, part.text(), next);
            case URL -> bytes(url);
            case METHOD -> bytes("POST");
            case FORM -> form(request).flatMap(SignedContent::bytes);
        };
    }

    private static Optional<byte[]> header(PushRequest request, String name, String next) {
        return request.header(name)
                .filter(text -> text.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .filter(text -> !text.isEmpty() && (next == null || !text.contains(next)))
                .flatMap(SignedContent::bytes);
    }

    /** A hash in the query binds the body whatever its type is said to be. */
    private static Optional<String> form(PushRequest request) {
        List<String> hashes =
                Arrays.stream(request.query().split("&"))
                        .filter(pair -> pair.startsWith(BODY_HASH))
                        .map(pair -> pair.substring(BODY_HASH.length()))
                        .toList();
        if (!hashes.isEmpty()) {
            byte[] expected =
                    HexFormat.of().formatHex(Signer.sha256(request.body())).getBytes(UTF_8);
            boolean fits =
                    hashes.stream()
                            .allMatch(h -> MessageDigest.isEqual(h.getBytes(UTF_8), expected));
            if (!fits) {
                return Optional.empty();
            }
        }
        boolean isForm =
                request.header("content-type")
                        .map(type -> type.strip().toLowerCase(Locale.ROOT))
                        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .isPresent();
        if (isForm) {
            return SignedForm.of(request.body());
        }
        return hashes.isEmpty() ? Optional.empty() : Optional.of("");
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(UTF_8));
    }
}
