package io.throughline.channels.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final String RECORD =
            "{'name':'Kim','Case ID':7,'a.b':'dotted','blank':'  ','none':null,'yes':true,"
                    + "'list':['x','',null,2],'object':{'deep':[{'v':1},{'v':2}]},'it\\'s':'quoted'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.name | Kim",
                "$['Case ID'] | 7",
                "$['a.b'] | dotted",
                "$.blank |",
                "$.none |",
                "$.gone.further |",
                "$.yes | true",
                "$.list | x, 2",
                "$.list[0] | x",
                "$.object |",
                "$.object.deep[1].v | 2",
                "$.object.deep[?(@.v == 2)].v | 2",
                "$..v | 1, 2",
                "join(' - ', $.name, $.blank, $['Case ID']) | Kim - 7",
                "join('\\n', $.gone, $.blank) |",
                "first($.gone, $.blank, $.name) | Kim",
                "lower($.name) | kim",
                "first(lower($.gone), 'fixed, \"text\"') | fixed, \"text\"",
                "lower(join('', $['Case ID'], \"X)\")) | 7x)"
            })
    void givesTheText(String expression, String expected) throws JsonProcessingException {
        assertThat(Expression.parse(expression).text(record(RECORD)).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void theContentHashDependsOnValuesAndNotOnTheirOrder() throws JsonProcessingException {
        Expression hash = Expression.parse("contentHash()");
        String one = hash.text(record("{'a':1,'b':'x'}")).orElseThrow();

        assertThat(one).hasSize(64);
        assertThat(hash.text(record("{ 'b':'x', 'a':1 }"))).contains(one);
        assertThat(hash.text(record("{'a':1,'b':'y'}"))).isNotEmpty().get().isNotEqualTo(one);
        assertThat(hash.text(record("{'a':'1','b':'x'}"))).get().isNotEqualTo(one);
        assertThat(hash.text(record("{'a':1,'b':'x','c':null}"))).get().isNotEqualTo(one);
    }

    @Test
    void knowsTheFieldsItLooksAt() {
        assertThat(Expression.parse("join(' ', $.a.b, $['c d'], 'x', lower($.e))").fields())
                .containsExactly("a", "c d", "e");
    }

    private static JsonNode record(String json) throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(json.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\''));
    }
}
