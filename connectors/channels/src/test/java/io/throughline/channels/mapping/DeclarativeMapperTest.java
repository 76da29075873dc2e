package io.throughline.channels.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Fixtures;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarativeMapperTest {

    private static final String STORE =
            """
            apiVersion: throughline/v1
            id: store-export
            channel: mobile
            touchpoint: app-store
            mode: file
            records: $.data[*]
            map:
              naturalId: $.id
              revision: { from: [$.attributes.createdDate, contentHash] }
              occurredAt: $.attributes.createdDate
              text: "join('\\n', $.attributes.title, $.attributes.body)"
              rating: { value: $.attributes.rating, min: 1, max: 5 }
              author: { id: $.attributes.reviewerNickname, hash: true }
              locale: { territory: $.attributes.territory }
              deleted: false
            drop: []
            """;

    private static final String REVIEW =
            """
            {"data": [{"id": "r1", "attributes": {"createdDate": "2026-03-04T05:06:07-08:00",
             "title": "Slow", "body": "Three weeks", "rating": 2, "reviewerNickname": "kim",
             "territory": "USA", "language": "en"}}]}
            """;

    @Test
    void aMappingWithEveryShorthandIsRead() {
        Feedback feedback = map(STORE, REVIEW);

        assertThat(feedback.text()).isEqualTo("Slow\nThree weeks");
        assertThat(feedback.author().key()).startsWith("hmac:");
        assertThat(feedback.operation()).isEqualTo(Operation.UPSERT);
        assertThat(feedback.locale()).isNull();
        assertThat(feedback.extras()).containsEntry("territory", "USA");
    }

    @ParameterizedTest
    @CsvSource({
        "USA, en, en-US",
        "us, en-GB, en-US",
        "419, es, es-419",
        "US, , ",
        ", en, en",
        "nowhere, en, en"
    })
    void languageAndTerritoryMakeOneLocale(String territory, String language, String locale) {
        String yaml =
                STORE.replace(
                        "{ territory: $.attributes.territory }",
                        "{ territory: $.attributes.territory, language: $.attributes.language }");
        String review =
                REVIEW.replace("USA", territory == null ? "" : territory)
                        .replace("\"en\"", language == null ? "null" : "\"" + language + "\"");

        Feedback feedback = map(yaml, review);

        assertThat(feedback.locale()).isEqualTo(locale);
        boolean joined = locale != null && locale.contains("-");
        assertThat(feedback.extras().get("territory")).isEqualTo(joined ? null : territory);
    }

    @Test
    void everyRecordOfAChannelOfDeletesIsADelete() {
        Feedback feedback = map(STORE.replace("deleted: false", "deleted: true"), REVIEW);

        assertThat(feedback.operation()).isEqualTo(Operation.DELETE);
    }

    private static Feedback map(String yaml, String document) {
        ChannelDefinition definition = ChannelDefinitions.read("channel.yaml", yaml);
        return Fixtures.only(
                new ChannelParser(definition, Fixtures.AUTHORS)
                        .parse(Fixtures.envelope(definition.id(), document)));
    }
}
