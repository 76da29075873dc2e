package io.throughline.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.redact.Redactor;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.domain.tagging.TaggingFailedException;
import io.throughline.json.Unicode;
import io.throughline.model.TaggedFeedback;
import java.util.Optional;

/** Tags one line of JSON exactly as the pipeline would. Thread-safe. */
final class LineTagger {

    private final TaggingChain chain;
    private final Optional<LineExplainer> explainer;
    private final ObjectMapper json =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    // The user's own numbers come out as they went in.
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    LineTagger(SentimentTagger sentiment, StageTagger stages, Optional<LineExplainer> explainer) {
        this.chain = new TaggingChain(new Redactor(), new LanguageDetector(), sentiment, stages);
        this.explainer = explainer;
    }

    /**
     * The line with its tags, or its dead letter.
     *
     * @param number of the line, from 1
     */
    TaggedLine tag(String given, int number) {
        String text = number == 1 ? withoutMark(given) : given;
        if (text.isBlank()) {
            return TaggedLine.blank();
        }
        try {
            ObjectNode line = TagInput.object(parse(text));
            TaggedFeedback tagged = chain.tag(TagInput.feedback(line), TagInput.UNKNOWN_TIME, 0);
            TagOutput.add(line, tagged);
            explainer.ifPresent(one -> one.explain(line, tagged));
            return TaggedLine.tagged(Unicode.repair(json.writeValueAsString(line)));
        } catch (TagInput.InvalidLineException e) {
            return TaggedLine.rejected(e.deadLetter(number));
        } catch (TaggingFailedException e) {
            return TaggedLine.rejected(TagInput.failed(e, number));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written", e);
        }
    }

    /** Programs on Windows start a file with a byte order mark. */
    private static String withoutMark(String first) {
        return first.startsWith("\uFEFF") ? first.substring(1) : first;
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw TagInput.InvalidLineException.notJson(text);
        }
    }
}
