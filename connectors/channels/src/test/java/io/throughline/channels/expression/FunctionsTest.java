package io.throughline.channels.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.channels.Fixtures;
import io.throughline.channels.RejectedException;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

    private static final String RECORD =
            """
            {"name": "Kim", "star": " FOUR ", "author": 17, "list": ["x", "", null, 2],
             "object": {"deep": [{"v": 1}, {"v": 2}]}, "html": ["<p>a&amp;b", "c<br>d"],
             "json": "{\\"a\\": {\\"b\\": \\"deep\\"}, \\"list\\": [1, 2]}", "broken": "{\\"a\\": ",
             "tab": "Title\\tbody", "users": [{"id": "17", "name": "Kim"}, {"id": 17, "name": "2nd"},
             {"id": 18, "nested": {"key": "z"}, "name": "Bo"}, 3]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    $.list[-1] | 2
                    $.list[9] |
                    $.name[0] |
                    $.name[*] |
                    $.list[*] | x, 2
                    $.object.deep[*].v | 1, 2
                    $.object.*[*].v | 1, 2
                    $.gone[*].v |
                    join('+', $.list, $.name) | x+2+Kim
                    upper(trim('  a ')) | A
                    lower($.list) | x, 2
                    join('+', html($.html)) | `a&b+c
                    d`
                    json($.json).a.b | deep
                    json($.json).list[1] | 2
                    json($.gone).a |
                    json($.object).deep[0].v | 1
                    replace('2026-03-04', '(\\\\d+)-(\\\\d+)-(\\\\d+)', '$3.$2.$1') | 04.03.2026
                    match('case-0815_x', '\\d+') | 0815
                    match('case-0815_x', '-(\\\\d+)_') | 0815
                    match('none', '\\d+') |
                    split($.tab, '\\t', 0) | Title
                    split('a/b/c', '/', -1) | c
                    split('a/b/c', '/', 3) |
                    split('a, b ,c', ',') | a, b, c
                    split('a, b ,c', ',')[1] | b
                    choose($.star, 'ONE', 1, 'FOUR', 4) | 4
                    choose($.name, 'ONE', 1, 'FOUR', 4) |
                    choose($.name, 'ONE', 1, $.author) | 17
                    choose($.gone, '', 'blank', 'there') | blank
                    length($.name) | 3
                    length($.list) | 4
                    length($.gone) | 0
                    lookup($.users, 'id', $.author).name | Kim
                    lookup($.users, '$.nested.key', 'z').name | Bo
                    lookup($.users, 'id', $.gone).name |
                    lookup($.gone, 'id', $.author).name |
                    lookup($.object, 'deep')[0].v | 1
                    first($.gone, -1.50) | -1.50
                    """)
    void givesTheText(String expression, String expected) throws JsonProcessingException {
        assertThat(Expression.parse(expression).text(json(RECORD)).orElse(null))
                .isEqualTo(expected);
    }

    /** The second way of writing each goes through the library. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    $.users[?(@.name == 'Kim')].id | $.users[?(@.name == 'Kim' && @.name == 'Kim')].id
                    $.users[?( @.nested.key=='z' )].name | $.users[?(@.nested.key == 'z' && @.nested.key == 'z')].name
                    $.users[?(@.name == 'x')].id | $.users[?(@.name == 'x' && @.name == 'x')].id
                    $.users[?(@.gone == 'x')] | $.users[?(@.gone == 'x' && @.gone == 'x')]
                    $[?(@.name == 'Kim')].author | $[?(@.name == 'Kim' && @.name == 'Kim')].author
                    $.object[?(@.name == 'Kim')] | $.object[?(@.name == 'Kim' && @.name == 'Kim')]
                    $.gone[?(@.name == 'Kim')].id | $.gone[?(@.name == 'Kim' && @.name == 'Kim')].id
                    $.users[?(@.id == '17')].name | $.users[?(@.id == '17' && @.id == '17')].name
                    $.*[?(@.name == 'Bo')].id | $.*[?(@.name == 'Bo' && @.name == 'Bo')].id
                    """)
    void aSimpleFilterMeansWhatItMeansToTheLibrary(String simple, String other)
            throws JsonProcessingException {
        assertThat(Expression.parse(simple).text(json(RECORD)))
                .isEqualTo(Expression.parse(other).text(json(RECORD)));
    }

    @Test
    void looksAroundTheRecordAndAtTheEnvelope() throws JsonProcessingException {
        JsonNode page =
                json(
                        "{\"data\": [{\"by\": 2}], \"users\": [{\"id\": 1}, {\"id\": 2, \"n\": \"Bo\"}]}");
        RawEnvelope envelope =
                new RawEnvelope(
                        "s",
                        Fixtures.OBSERVED,
                        null,
                        null,
                        "o",
                        0,
                        Map.of(RawEnvelope.FILE_NAME, "f.json", "sse-event", "update"),
                        -1,
                        new byte[0]);
        Scope scope = new Scope(page.path("data").path(0), new Page(page), envelope);

        assertThat(Expression.parse("lookup($$.users, 'id', $.by).n").text(scope)).contains("Bo");
        assertThat(Expression.parse("$$.data[0].by").text(scope)).contains("2");
        assertThat(Expression.parse("fileName()").text(scope)).contains("f.json");
        assertThat(Expression.parse("header('SSE-Event')").text(scope)).contains("update");
        assertThat(Expression.parse("header('other')").text(scope)).isEmpty();
        assertThat(Expression.parse("fileName()").text(page)).isEmpty();
    }

    @Test
    void aTextThatShouldBeJsonAndIsNoneRefusesTheRecord() throws JsonProcessingException {
        JsonNode record = json(RECORD);
        Expression expression = Expression.parse("json($.broken).a");

        assertThatThrownBy(() -> expression.text(record))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(FailureReason.INVALID_FIELD))
                .hasMessageNotContaining("{");
    }

    @Test
    void noPatternTakesForEver() {
        String hostile = "a".repeat(100_000) + "!";
        Expression replace = Expression.parse("replace($.t, '^(a+)+$', 'x')");
        JsonNode record = new ObjectMapper().createObjectNode().put("t", hostile);
        long begin = System.nanoTime();

        assertThat(replace.text(record)).contains(hostile);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aHashOfSomeValuesDependsOnNoOther() throws JsonProcessingException {
        Expression hash = Expression.parse("contentHash($.a, $.b)");

        assertThat(hash.text(json("{\"a\": 1, \"b\": 2, \"c\": 3}")))
                .isEqualTo(hash.text(json("{\"a\": 1, \"b\": 2}")))
                .isNotEqualTo(hash.text(json("{\"a\": 1, \"b\": 3}")));
    }

    @Test
    void everyFunctionIsNamedWithItsUsage() {
        assertThat(Expression.functions()).containsEntry("lower", "lower(a)").hasSize(16);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
