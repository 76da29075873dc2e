package io.throughline.pipeline;

import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Every operator of the three jobs. The uid ties an operator to its state in savepoints, so one
 * that was released is never renamed or given to something else; a golden file holds them.
 */
public enum OperatorId {
    INGEST_CHANNELS("ingest-channels", "Read channels"),
    INGEST_ENCODE("ingest-encode", "Encode envelopes"),
    INGEST_RAW("ingest-raw", "Write feedback.raw"),

    TAGGING_RAW("tagging-raw", "Read feedback.raw"),
    TAGGING_PARSE("tagging-parse", "Parse"),
    TAGGING_DEDUPLICATE("tagging-deduplicate", "Deduplicate"),
    TAGGING_TAG("tagging-tag", "Redact and tag"),
    TAGGING_TALLY("tagging-tally", "Tally"),
    TAGGING_ENCODE_TAGGED("tagging-encode-tagged", "Encode tagged feedback"),
    TAGGING_ENCODE_DEAD_LETTERS("tagging-encode-dead-letters", "Encode dead letters"),
    TAGGING_ENCODE_TALLIES("tagging-encode-tallies", "Encode tallies"),
    TAGGING_TOPICS("tagging-topics", "Write topics"),
    TAGGING_FEEDBACK_DOCUMENTS("tagging-feedback-documents", "Make feedback documents"),
    TAGGING_DEAD_LETTER_DOCUMENTS("tagging-dead-letter-documents", "Make dead letter documents"),
    TAGGING_SEARCH("tagging-search", "Write Elasticsearch"),
    TAGGING_UNIQUE("tagging-unique", "Pass on what is unique"),
    TAGGING_CORRECTIONS("tagging-corrections", "Read feedback.corrections"),
    TAGGING_DECODE_CORRECTIONS("tagging-decode-corrections", "Decode corrections"),
    TAGGING_MODELS("tagging-models", "Read feedback.models"),
    TAGGING_GATHER("tagging-gather", "Gather lessons"),
    TAGGING_LEARN("tagging-learn", "Learn"),
    TAGGING_ENCODE_MODELS("tagging-encode-models", "Encode model versions"),
    TAGGING_WORK("tagging-work", "Add up work"),
    TAGGING_FIGURES("tagging-figures", "Make documents of the job"),

    SIGNALS_TAGGED("signals-tagged", "Read feedback.tagged"),
    SIGNALS_RETRACT("signals-retract", "Retract former contributions"),
    SIGNALS_ROLL_UP("signals-roll-up", "Roll up"),
    SIGNALS_WINDOWS("signals-windows", "Roll up hours and days"),
    SIGNALS_DOCUMENTS("signals-documents", "Make signal documents"),
    SIGNALS_SEARCH("signals-search", "Write Elasticsearch"),
    SIGNALS_HEALTH("signals-channel-health", "Read feedback.channel-health"),
    SIGNALS_HEALTH_DOCUMENTS("signals-health-documents", "Make health documents"),
    SIGNALS_HEALTH_WORDS("signals-health-words", "Tell of health"),
    SIGNALS_DEAD_LETTERS("signals-dead-letters", "Read feedback.dead-letter"),
    SIGNALS_COMMANDS("signals-alert-commands", "Read feedback.alert-commands"),
    SIGNALS_BARE("signals-bare-changes", "Leave words out"),
    SIGNALS_DATA_WATCH("signals-data-watch", "Watch the data"),
    SIGNALS_STAGED("signals-staged-changes", "Leave out what has no stage"),
    SIGNALS_STAGE_WATCH("signals-stage-watch", "Watch stages"),
    SIGNALS_ENCODE_ALERTS("signals-encode-alerts", "Encode alerts"),
    SIGNALS_ALERTS("signals-alerts", "Write feedback.alerts"),
    SIGNALS_ALERT_DOCUMENTS("signals-alert-documents", "Make alert documents"),
    SIGNALS_WATCH_DOCUMENTS("signals-watch-documents", "Make documents of watches"),
    SIGNALS_ROLLED_UP("signals-rolled-up", "Tell of feedback rolled up"),
    SIGNALS_INGESTED("signals-ingested", "Tell of envelopes ingested"),
    SIGNALS_WORK("signals-work", "Add up work"),
    SIGNALS_FIGURES("signals-figures", "Make documents of the jobs");

    private final String uid;
    private final String title;

    OperatorId(String uid, String title) {
        this.uid = uid;
        this.title = title;
    }

    /** Identity of the operator's state in savepoints. */
    public String uid() {
        return uid;
    }

    /** Name on dashboards and in logs. */
    public String title() {
        return title;
    }

    /** Names an operator. */
    public <T> SingleOutputStreamOperator<T> on(SingleOutputStreamOperator<T> operator) {
        return operator.uid(uid).name(title);
    }

    /** Names a sink. */
    public <T> DataStreamSink<T> on(DataStreamSink<T> sink) {
        return sink.uid(uid).name(title);
    }
}
