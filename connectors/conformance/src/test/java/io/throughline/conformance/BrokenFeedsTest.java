package io.throughline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.conformance.bench.KitSettings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.broken.Fault;
import io.throughline.conformance.broken.Notes;
import io.throughline.conformance.channel.ChannelUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Definitions that say something wrong about their source, against the kit's servers. */
class BrokenFeedsTest {

    private static final String POLL =
            """
            apiVersion: throughline/v1
            id: notes-feed
            channel: web
            mode: poll
            request:
              url: https://notes.example/v1/notes
              headers: {Authorization: "Bearer ${secret.notes}"}
              page: {type: cursor, next: $.next, param: after, stopAfterEmpty: 3}
              cursor: {field: $.edited, kind: datetime, param: since, order: asc}
            records: $.notes[*]
            map:
              naturalId: $.id
              revision: $.edited
              occurredAt: $.at
              text: $.said
              author: {id: $.by}
              deleted: $.gone
            """;

    private static final String STREAM =
            """
            apiVersion: throughline/v1
            id: notes-stream
            channel: web
            mode: stream
            stream:
              protocol: ndjson
              url: https://notes.example/v1/stream
              resume: {param: from, from: $.seq, minus: 1}
            map: {naturalId: $.id, occurredAt: $.at, text: $.said}
            """;

    private static final String LINE =
            """
            {"id": "n-1", "seq": 5000000, "at": "2026-03-04T05:06:07Z", "said": "the lift came late"}
            """;

    private static final String PUSH =
            """
            apiVersion: throughline/v1
            id: notes-push
            channel: web
            mode: push
            verify: {type: hmac-sha256, header: X-Notes-Signature, prefix: "sha256=", encoding: hex}
            records: $.notes[*]
            map: {naturalId: $.id, occurredAt: $.at, text: $.said}
            """;

    @ParameterizedTest
    @EnumSource(
            value = Check.class,
            names = {"BOUNDARY", "CRASH", "EMPTY_PAGE", "TROUBLE"})
    void aSoundFeedPasses(Check check) throws InterruptedException {
        assertThat(run(POLL, Notes.PAGE, check)).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void aTimeOfCreationAsCursorLosesEdits() throws InterruptedException {
        assertFails(
                POLL.replace("field: $.edited", "field: $.at"),
                Check.BOUNDARY,
                "a later record and an edit");
    }

    @Test
    void aMisspeltCursorNeverMoves() throws InterruptedException {
        assertFails(
                POLL.replace("field: $.edited", "field: $.edted"),
                Check.BOUNDARY,
                "finds nothing in any record");
    }

    @Test
    void aClaimThatTheFilterIncludesTheBoundaryIsHeldAgainstTheSource()
            throws InterruptedException {
        String claims = POLL.replace("order: asc", "order: asc, inclusive: true");

        assertThat(run(claims, Notes.PAGE, Check.BOUNDARY)).isInstanceOf(Verdict.Passed.class);
        assertFails(
                Notes.noted(claims, "source: {boundary: excluded}", Notes.PAGE),
                Check.BOUNDARY,
                "a record with the time of the cursor, added later");
    }

    @Test
    void anIdThatDependsOnThePageIsAnotherOneAfterACrash() throws InterruptedException {
        String unstable =
                POLL.substring(0, POLL.indexOf("records:"))
                        .replace("notes-feed", Fault.ID_OF_THE_PAGE.id())
                        .concat("mapper: kit-notes\n");

        assertFails(unstable, Check.CRASH, "crash after");
    }

    @Test
    void aRetryAfterUnderAnotherNameIsNotWaitedFor() throws InterruptedException {
        assertFails(
                Notes.noted(POLL, "source: {retryAfter: X-Limit-Reset}", Notes.PAGE),
                Check.TROUBLE,
                "a pause of at least 7 s");
    }

    @Test
    void anEmptyPageThatEndsANumberedFeedLosesTheRest() throws InterruptedException {
        assertThat(
                        run(
                                POLL.replace(
                                        "{type: cursor, next: $.next, param: after,",
                                        "{type: page, param: page, most: 2,"),
                                Notes.PAGE,
                                Check.EMPTY_PAGE))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.message()).contains("request.page, empty"));
    }

    @Test
    void aStreamGoesOnFromItsPlace() throws InterruptedException {
        assertThat(run(STREAM, LINE, Check.CRASH)).isInstanceOf(Verdict.Passed.class);
        assertThat(run(STREAM, LINE, Check.TROUBLE))
                .isInstanceOfSatisfying(
                        Verdict.Passed.class,
                        passed -> assertThat(passed.tried()).contains("connections that break"));
    }

    @Test
    void aWebSocketGoesOnFromItsPlace() throws InterruptedException {
        String socket =
                STREAM.replace("ndjson", "websocket").replace("https://notes", "wss://notes");

        assertThat(run(socket, LINE, Check.TROUBLE)).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void theProvidersSignatureIsBelievedAndNoOther() throws InterruptedException {
        assertThat(run(PUSH, Notes.PAGE, Check.SIGNATURE))
                .isInstanceOfSatisfying(
                        Verdict.Passed.class,
                        passed -> assertThat(passed.tried()).contains("4 forgeries"));
    }

    @Test
    void aSchemeThatIsNotTheProvidersRefusesWhatTheProviderSigned() throws InterruptedException {
        String kit =
                """
                values: {secret.notes-push: It's a Secret to Everybody}
                signed:
                  - fixture: page-1.json
                    headers: {X-Notes-Signature: "sha256=%s"}
                    at: 2026-03-10T00:00:00Z
                """
                        .formatted(
                                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

        assertThat(verdict(Notes.noted(PUSH, kit, "Hello, World!"), Check.SIGNATURE))
                .isInstanceOf(Verdict.Passed.class);
        assertFails(
                Notes.noted(PUSH.replace("sha256=", "v1="), kit, "Hello, World!"),
                Check.SIGNATURE,
                "as the provider signed it");
    }

    private static Verdict run(String yaml, String page, Check check) throws InterruptedException {
        return verdict(Notes.of(yaml, page), check);
    }

    private static Verdict verdict(ChannelUnderTest channel, Check check)
            throws InterruptedException {
        return Conformance.of(channel, KitSettings.BRIEF).run(check).verdict();
    }

    private static void assertFails(String yaml, Check check, String words)
            throws InterruptedException {
        assertFails(Notes.of(yaml, Notes.PAGE), check, words);
    }

    private static void assertFails(ChannelUnderTest channel, Check check, String words)
            throws InterruptedException {
        assertThat(verdict(channel, check))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.message()).contains(words));
    }
}
