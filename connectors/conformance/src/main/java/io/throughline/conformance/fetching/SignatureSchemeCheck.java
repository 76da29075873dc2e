package io.throughline.conformance.fetching;

import io.throughline.channels.Outcome;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.signature.Proof;
import io.throughline.channels.signature.PushRequest;
import io.throughline.channels.signature.Signatures;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.channel.SignedFixture;
import io.throughline.gateway.PushChannel;
import io.throughline.gateway.SignatureCheck;
import io.throughline.model.RawEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The gateway believes what the provider signed and nothing else: not another body, another
 * signature, another secret, none at all, or an old request sent again. Where no time is signed an
 * old request cannot be told by itself, but it has the same fingerprint.
 */
public final class SignatureSchemeCheck implements ChannelCheck {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final String ADVICE =
            "Compare the verify block with the provider's documentation: what is signed, in which"
                    + " header, with which prefix and encoding";

    @Override
    public Verdict check(Workbench bench) {
        VerifySpec spec = bench.definition().verify();
        if (bench.definition().mode() != Mode.PUSH) {
            return new Verdict.NotApplicable(
                    "mode " + bench.definition().mode().id() + " is not posted to");
        }
        if (spec == null) {
            return new Verdict.NotApplicable("there is no verify block: everybody may post");
        }
        Findings findings = new Findings();
        Map<String, String> values = values(spec, 1);
        values.putAll(bench.channel().notes().values());
        SignatureCheck gateway = PushChannel.of(bench.definition(), values).signature();
        Scheme scheme =
                new Scheme(
                        spec,
                        gateway,
                        Signatures.of(spec, values::get),
                        Signatures.of(spec, values(spec, 2)::get),
                        findings);
        for (Fixture fixture : bench.channel().fixtures()) {
            requests(fixture, scheme, bench);
        }
        for (SignedFixture signed : bench.channel().notes().signed()) {
            genuine(signed, gateway, bench, findings);
        }
        return findings.verdict(Findings.noFeedback());
    }

    /** A fixture may hold several requests, one a line; each is signed for itself. */
    private static void requests(Fixture fixture, Scheme scheme, Workbench bench) {
        List<RawEnvelope> requests = bench.envelopes(fixture, fixture.bytes());
        for (int i = 0; i < requests.size(); i++) {
            RawEnvelope request = requests.get(i);
            String name = fixture.name() + (requests.size() > 1 ? ", request " + (i + 1) : "");
            boolean wanted =
                    bench.parser().parse(request).stream()
                            .anyMatch(Outcome.Accepted.class::isInstance);
            scheme.check(
                    new Fixture(name, request.payload(), Optional.empty()),
                    bench.definition().id(),
                    wanted);
        }
    }

    /** What the provider itself signed tells whether the block fits the provider. */
    private static void genuine(
            SignedFixture signed, SignatureCheck gateway, Workbench bench, Findings findings) {
        Optional<Fixture> fixture =
                bench.channel().fixtures().stream()
                        .filter(each -> each.name().equals(signed.fixture()))
                        .findFirst();
        if (fixture.isEmpty()) {
            findings.problem("kit.yaml", "a fixture " + signed.fixture(), "none", "Mend its name");
            return;
        }
        String url =
                signed.url() == null
                        ? "https://gateway.example/channels/" + bench.definition().id()
                        : signed.url();
        findings.tried("signatures of the provider's own");
        if (gateway.verify(
                        PushRequest.of(url, signed.headers(), fixture.get().bytes()), signed.at())
                .isEmpty()) {
            findings.problem(
                    signed.fixture() + " as the provider signed it",
                    "it to be believed",
                    "a refusal",
                    ADVICE);
        }
    }

    private static Map<String, String> values(VerifySpec spec, int salt) {
        Map<String, String> values = new TreeMap<>();
        List<String> texts = new ArrayList<>(spec.secrets());
        for (int i = 0; i < texts.size(); i++) {
            byte[] key =
                    ("kit key " + salt + " of the secret " + i).getBytes(StandardCharsets.UTF_8);
            for (String name : Placeholders.names(texts.get(i))) {
                values.put(name, Signatures.secret(spec, key));
            }
        }
        for (String text : Arrays.asList(spec.url(), spec.user())) {
            for (String name : text == null ? List.<String>of() : Placeholders.names(text)) {
                values.put(name, "https://gateway.example/channels/kit");
            }
        }
        return values;
    }

    private record Scheme(
            VerifySpec spec,
            SignatureCheck gateway,
            Signatures signer,
            Signatures stranger,
            Findings findings) {

        void check(Fixture fixture, String id, boolean wanted) {
            PushRequest plain =
                    PushRequest.of(
                            "https://gateway.example/channels/" + id,
                            Map.of("content-type", contentType()),
                            fixture.bytes());
            PushRequest signed;
            try {
                signed = signed(plain, signer);
            } catch (IllegalArgumentException e) {
                unsigned(fixture, plain, wanted);
                return;
            }
            Optional<Proof> proof = gateway.verify(signed, NOW);
            findings.tried("good signatures");
            if (proof.isEmpty()) {
                findings.problem(
                        fixture.name(), "a signed request to be believed", "a refusal", ADVICE);
                return;
            }
            refused(fixture, "without a signature", plain, NOW);
            refused(fixture, "signed with another secret", signed(plain, stranger), NOW);
            refused(fixture, "with a changed signature", changed(signed), NOW);
            if (spec.algorithm().signs()) {
                byte[] other = fixture.bytes().clone();
                other[other.length / 2] ^= 1;
                refused(fixture, "with a changed body", signed.withBody(other), NOW);
            }
            replayed(fixture, signed, proof.get());
        }

        /** A form that no encoder writes has no signature; it must be none that is feedback. */
        private void unsigned(Fixture fixture, PushRequest plain, boolean wanted) {
            refused(fixture, "without a signature", plain, NOW);
            if (wanted) {
                findings.problem(
                        fixture.name(),
                        "that a request which becomes feedback can be signed",
                        "it lacks something that is signed",
                        ADVICE);
            }
        }

        private String contentType() {
            boolean form =
                    spec.over().stream().anyMatch(part -> part.kind() == VerifySpec.PartKind.FORM);
            return form ? "application/x-www-form-urlencoded" : "application/json";
        }

        private void replayed(Fixture fixture, PushRequest signed, Proof proof) {
            if (spec.time() != null) {
                Instant later = NOW.plus(spec.time().tolerance()).plus(Duration.ofSeconds(2));
                refused(fixture, "replayed after its time", signed, later);
            }
            findings.tried("replays");
            Optional<Proof> again = gateway.verify(signed, NOW.plus(Duration.ofSeconds(1)));
            if (spec.algorithm().signs()
                    && again.isPresent()
                    && !again.get().fingerprint().equals(proof.fingerprint())) {
                findings.problem(
                        fixture.name(),
                        "the same fingerprint for a request that is sent again",
                        "another",
                        ADVICE);
            }
        }

        private void refused(Fixture fixture, String how, PushRequest request, Instant now) {
            findings.tried("forgeries");
            if (gateway.verify(request, now).isPresent()) {
                findings.problem(
                        fixture.name() + " " + how, "a refusal", "it was believed", ADVICE);
            }
        }

        private static PushRequest signed(PushRequest plain, Signatures by) {
            Map<String, List<String>> headers = new TreeMap<>(plain.headers());
            by.sign(plain, NOW).forEach((name, value) -> headers.put(name, List.of(value)));
            return new PushRequest(plain.url(), headers, plain.body());
        }

        /** One character of the proof. */
        private PushRequest changed(PushRequest signed) {
            Map<String, List<String>> headers = new TreeMap<>(signed.headers());
            String name = spec.header().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder(headers.get(name).get(0));
            int at = value.length() - 5;
            value.setCharAt(at, value.charAt(at) == 'a' ? 'b' : 'a');
            headers.put(name, List.of(value.toString()));
            return new PushRequest(signed.url(), headers, signed.body());
        }
    }
}
