package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.elasticsearch.bulk.DocumentWrite.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "INDEX, 200, -, WRITTEN",
                "INDEX, 201, -, WRITTEN",
                "DELETE, 200, -, WRITTEN",
                "DELETE, 404, -, WRITTEN",
                "DELETE, 404, index_not_found_exception, RETRY",
                "INDEX, 404, index_not_found_exception, RETRY",
                "INDEX, 404, -, REJECTED",
                "INDEX, 404, alias_not_found, REJECTED",
                "INDEX, 409, version_conflict_engine_exception, UNCHANGED",
                "DELETE, 409, version_conflict_engine_exception, UNCHANGED",
                "INDEX, 409, something_else, REJECTED",
                "INDEX, 400, document_parsing_exception, REJECTED",
                "INDEX, 413, too_large, REJECTED",
                "INDEX, 408, -, RETRY",
                "INDEX, 429, es_rejected_execution_exception, RETRY",
                "INDEX, 500, internal, RETRY",
                "INDEX, 502, -, RETRY",
                "INDEX, 503, unavailable_shards_exception, RETRY",
                "INDEX, 504, -, RETRY",
                "INDEX, 401, security_exception, FATAL",
                "INDEX, 403, cluster_block_exception, FATAL"
            })
    void followsTheStatusOfTheItem(Action action, int status, String type, Outcome outcome) {
        assertThat(Verdict.ofItem(action, status, type, null).outcome()).isEqualTo(outcome);
    }

    @Test
    void saysWhatEndsTheWaitForAnIndexThatIsMissing() {
        assertThat(
                        Verdict.ofItem(
                                        Action.INDEX,
                                        404,
                                        "index_not_found_exception",
                                        "no such index [cx-feedback-2026.03]")
                                .describe())
                .isEqualTo(
                        "status 404, index_not_found_exception: no such index"
                                + " [cx-feedback-2026.03]; run ./throughline provision, which makes"
                                + " it or lets it be made");
    }

    @Test
    void keepsTheCustomersWordsOutOfReasons() {
        assertThat(
                        Verdict.ofItem(
                                        Action.INDEX,
                                        400,
                                        "document_parsing_exception",
                                        "[1:2] failed to parse field [n] of type [long]. Preview of"
                                                + " field's value: 'my secret'")
                                .describe())
                .isEqualTo(
                        "status 400, document_parsing_exception: [1:2] failed to parse field [n] of"
                                + " type [long].");
        assertThat(Reasons.withoutValues("x".repeat(2000))).hasSize(500);
        assertThat(
                        Reasons.withoutValues(
                                "immense term in field=\"t\". The prefix of the first immense term"
                                        + " is: '[115, 101]'"))
                .isEqualTo("immense term in field=\"t\".");
    }
}
