package io.throughline.channels.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.channels.ChannelCatalog;
import io.throughline.model.Channel;
import io.throughline.yaml.YamlException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelDefinitionsTest {

    private static final String MINIMAL =
            """
            apiVersion: throughline/v1
            id: mine
            channel: web
            mode: file
            map:
              naturalId: $.id
              occurredAt: $.at
            """;

    @Test
    void readsTheBuiltInChannels() {
        ChannelCatalog catalog = ChannelCatalog.builtIn();

        ChannelDefinition appStore = catalog.find("app-store").orElseThrow();
        assertThat(appStore.mode()).isEqualTo(Mode.POLL);
        assertThat(appStore.channel().otherwise()).isEqualTo(Channel.MOBILE);
        assertThat(appStore.request().page().end()).isEqualTo(new PageSpec.End(null, 10, 3));
        assertThat(appStore.request().interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Placeholders.names(appStore.request().url()))
                .containsExactly("config.country", "page", "config.appId");
        ChannelDefinition typeform = catalog.find("typeform").orElseThrow();
        assertThat(typeform.verify().header()).isEqualTo("Typeform-Signature");
        assertThat(typeform.verify().secrets()).containsExactly("${secret.typeform}");
        ChannelDefinition mastodon = catalog.find("mastodon").orElseThrow();
        assertThat(mastodon.stream().heartbeat()).isEqualTo(Duration.ofSeconds(60));
        assertThat(catalog.find("transcribe").orElseThrow().mode()).isEqualTo(Mode.FILE);
        assertThat(catalog.find("nobody")).isEmpty();
    }

    @Test
    void fillsInWhatIsNotSaid() {
        ChannelDefinition definition = ChannelDefinitions.read("c.yaml", MINIMAL);

        assertThat(definition.limits()).isEqualTo(new Limits(4 << 20, 200));
        assertThat(definition.file()).isEqualTo(FileSpec.DEFAULT);
        assertThat(definition.map().occurredAt().formats()).containsExactly("iso");
        assertThat(definition.map().occurredAt().zone()).isEqualTo("UTC");
        assertThat(definition.drop()).isEmpty();
    }

    @Test
    void survivesSerialization() throws IOException, ClassNotFoundException {
        ChannelCatalog catalog =
                ChannelCatalog.builtIn().with(ChannelDefinitions.read("c.yaml", MINIMAL));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(catalog);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((ChannelCatalog) in.readObject()).all())
                    .isEqualTo(List.copyOf(catalog.all()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: file | mode: fax | 4:7: error: 'fax' is not known; known are poll, push, stream, file",
                "mode: file | mode: poll | 4:7: error: mode poll needs a 'request' block",
                "channel: web | channel: fax | 3:10: error: 'fax' is not known; known are web, mobile",
                "channel: web | channel: mobil | 3:10: error: 'mobil' is not known; did you mean 'mobile'?",
                "channel: web | channels: web | 3:1: error: unknown key 'channels'; did you mean 'channel'?",
                "id: mine | id: Mine | 2:5: error: an id is lower-case letters",
                "$.id | id | 6:14: error: 'id': write a column or field as $.name",
                "$.id | $['id | 6:14: error: '$['id': the quote in brackets is not closed",
                "$.id | lower($.id | 6:14: error: 'lower($.id': ')' is missing",
                "$.id | uper($.id) | 6:14: error: there is no function 'uper'; did you mean 'upper'?",
                "$.id | lower($.id, $.at) | 6:14: error: lower() does not take 2 arguments; write lower(a)",
                "$.id | replace($.id, '(?<=a)', '') | 6:14: error: '(?<=a)' is no pattern of RE2 syntax",
                "$.id | replace($.id, 'a', '$1') | 6:14: error: '$1' refers to a group",
                "$.id | split($.id, ',', 'x') | 6:14: error: INDEX is a whole number",
                "$.id | $.a[?(@.b =~ /(a+)+/)] | 6:14: error: '$.a[?(@.b =~ /(a+)+/)]': '=~'",
                "naturalId: $.id | deleted: {from: $.d, iss: [x]} | 6:24: error: unknown key 'iss'; did you mean 'is'?",
                "naturalId: $.id | text: $.t¶  conversation: {} | 6:9: error: the text of a conversation",
                "naturalId: $.id | conversation: {role: {from: $.r, agents: [x]}} | 6:36: error: unknown key 'agents'; did you mean 'agent'?",
                "naturalId: $.id | conversation: {unit: min} | 6:24: error: 'min' is not known; did you mean 'ms'?",
                "mode: file | mode: file¶format: cvs | 5:9: error: 'cvs' is not known; did you mean 'csv'?",
                "mode: file | mode: file¶format: form¶delimiter: ';' | 6:12: error: 'delimiter' belongs to format csv",
                "mode: file | mode: file¶headerRows: 0 | 5:13: error: 'headerRows' is 1 to 10",
                "mode: file | mode: file¶format: mail | 5:9: error: format mail needs a 'mapper'",
                "mode: file | mode: file¶headers: [x-a] | 5:10: error: 'headers' belongs to mode push",
                "mode: file | mode: push¶headers: [x-a, Cookie] | 5:16: error: 'cookie' is never handed on",
                "mode: file | mode: push¶headers: ['a*b'] | 5:11: error: a header is written as",
                "naturalId: $.id | rating: {value: $.r, min: 5, max: 1} | 6:37: error: 'max' is above 'min'",
                "naturalId: $.id | rating: {value: $.r, values: {Good: high}} | 6:39: error: 'Good': a number is due",
                "$.at | {from: $.at, formats: [\"bb\"]} | 7:38: error: 'bb' is no date pattern",
                "$.at | {from: $.at, zone: Mars} | 7:34: error: 'Mars' is no time zone",
                "$.at | {from: $.at, format: iso} | 7:28: error: unknown key 'format'; did you mean 'formats'?",
                "naturalId: $.id | author: {id: $.a, hash: false} | 6:27: error: author ids are always hashed",
                "naturalId: $.id | locale: {region: $.a} | 6:12: error: unknown key 'region'",
                "naturalId: | natural: | 6:3: error: unknown key 'natural'",
                "throughline/v1 | throughline/v9 | 1:13: error: 'throughline/v9' is not known"
            })
    void namesEveryMistakeWithLineAndColumn(String text, String mistake, String problem) {
        String yaml =
                MINIMAL.replaceFirst(
                        Pattern.quote(text), Matcher.quoteReplacement(mistake.replace('¶', '\n')));

        YamlException e =
                catchThrowableOfType(
                        YamlException.class, () -> ChannelDefinitions.read("c.yaml", yaml));

        assertThat(e).isNotNull();
        assertThat(e.problems()).anySatisfy(p -> assertThat(p.toString()).contains(problem));
    }

    @Test
    void aSecretIsNamedAndNeverWritten() {
        String yaml =
                """
                apiVersion: throughline/v1
                id: mine
                channel: web
                mode: push
                verify: {header: X-Signature, secret: abc123}
                mapper: typeform
                """;

        YamlException e =
                catchThrowableOfType(
                        YamlException.class, () -> ChannelDefinitions.read("c.yaml", yaml));

        assertThat(e).hasMessageContaining("${secret.NAME}").hasMessageNotContaining("abc123");
    }

    /** Word for word what the contract with the authors of channels shows. */
    @Test
    void readsTheExampleOfTheContract() {
        ChannelDefinition definition =
                ChannelDefinitions.read(
                        "channel.yaml",
                        """
                        apiVersion: throughline/v1
                        id: appstore-connect
                        channel: mobile            # web mobile phone social email post inperson internal other
                        touchpoint: app-store
                        mode: poll
                        request:
                          url: https://api.appstoreconnect.apple.com/v1/apps/${config.appId}/customerReviews
                          query: { sort: -createdDate, limit: 200 }
                          auth: { type: jwt-es256, secret: ${secret.asc} }
                          page: { type: link, next: $.links.next }
                          cursor: { field: $.attributes.createdDate, kind: datetime, order: desc, dataFeed: true, lookback: P2D }
                          limits: { budget: "300/h", retryAfter: header, maxBody: 5MiB }
                        records: $.data[*]
                        map:
                          naturalId: $.id
                          revision: { from: [$.attributes.createdDate, contentHash] }   # later revision replaces
                          occurredAt: $.attributes.createdDate
                          text: "join('\\n', $.attributes.title, $.attributes.body)"
                          rating: { value: $.attributes.rating, min: 1, max: 5 }
                          author: { id: $.attributes.reviewerNickname, hash: true }
                          locale: { territory: $.attributes.territory }
                          deleted: false
                        drop: []                    # predicates, each with a reason code
                        """);

        assertThat(definition.request().query()).containsEntry("limit", "200");
        assertThat(definition.request().auth().toString()).contains("${secret.asc}");
        assertThat(definition.map().revision()).hasSize(1);
        assertThat(definition.request().limits().maxBody()).isEqualTo(5 << 20);
    }

    @Test
    void recordsBelongToAMap() {
        String yaml =
                "apiVersion: throughline/v1\nid: a\nchannel: web\nmode: file\nmapper: typeform\n"
                        + "records: $.all\n";

        assertThat(
                        catchThrowableOfType(
                                YamlException.class, () -> ChannelDefinitions.read("c.yaml", yaml)))
                .hasMessageContaining("c.yaml:6:10: error: a 'mapper' finds its records itself");
    }

    @Test
    void aPushSaysWhichHeadersItsMapperNeeds() {
        ChannelDefinition definition =
                ChannelDefinitions.read(
                        "c.yaml",
                        MINIMAL.replace("mode: file", "mode: push\nheaders: [CE-*, x-tenant]"));

        assertThat(definition.requestHeaders()).containsExactly("ce-*", "x-tenant");
    }

    @Test
    void anEncodingWithoutPlainLineBreaksIsRefused() {
        YamlException e =
                catchThrowableOfType(
                        YamlException.class,
                        () -> ChannelDefinitions.read("c.yaml", MINIMAL + "encoding: UTF-16\n"));

        assertThat(e).hasMessageContaining("converted to UTF-8");
    }
}
