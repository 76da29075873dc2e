package io.throughline.channels.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.Feedback;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class XMapperTest {

    @Test
    void aPostWithoutATimeHasItInItsId() {
        Feedback post = Fixtures.only(read("{'data':[{'id':'2029060936299446272','text':'x'}]}"));

        assertThat(post.occurredAt()).isEqualTo(Instant.parse("2026-03-04T05:06:40Z"));
        assertThat(post.extras()).containsEntry(Feedback.OCCURRED_AT_SOURCE, "id");
    }

    @Test
    void anIdThatIsACounterHoldsNoTime() {
        Feedback post = Fixtures.only(read("{'data':{'id':'20','text':'just setting up'}}"));

        assertThat(post.occurredAt()).isEqualTo(Fixtures.OBSERVED);
        assertThat(post.extras()).containsEntry(Feedback.OCCURRED_AT_SOURCE, "file-time");
    }

    @Test
    void anEditIsTheSamePostAndNewer() {
        Feedback before = Fixtures.only(read(post("'id':'11','edit_history_tweet_ids':['11']")));
        Feedback after =
                Fixtures.only(read(post("'id':'13','edit_history_tweet_ids':['11','12','13']")));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(before.revision()).isEqualTo(1);
        assertThat(after.revision()).isEqualTo(3);
    }

    @Test
    void aRepostIsToldByItsTextWhereReferencesWereNotAskedFor() {
        assertThat(read(post("'id':'11','text':'RT @kim_1: late again'")))
                .containsExactly(new Outcome.Filtered("retweet"));
        assertThat(read(post("'id':'11','text':'RT @kim_1: mine','referenced_tweets':[]")))
                .first()
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aQuoteIsNoRepost() {
        List<Outcome> outcomes =
                read(post("'id':'11','referenced_tweets':[{'type':'quoted','id':'9'}]"));

        assertThat(Fixtures.only(outcomes).extras()).containsEntry("quotes", "9");
    }

    private static String post(String fields) {
        String text = fields.contains("'text'") ? "" : ",'text':'x'";
        return "{'data':{" + fields + text + ",'created_at':'2026-03-04T05:06:07Z'}}";
    }

    private static List<Outcome> read(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Fixtures.outcomes("x", "f.json", bytes);
    }
}
