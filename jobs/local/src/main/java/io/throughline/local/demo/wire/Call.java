package io.throughline.local.demo.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A call as Amazon Transcribe Call Analytics writes it at the end of a job. It says nowhere when
 * the call was, so the file's name has to.
 *
 * @param jobName of the transcription job
 * @param turns at least one
 */
public record Call(String jobName, Instant at, List<Turn> turns) {

    /** How long a letter takes to say. */
    private static final int MILLIS_PER_LETTER = 62;

    private static final int PAUSE_MILLIS = 420;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    /**
     * What one of the two says.
     *
     * @param role {@code AGENT} or {@code CUSTOMER}
     * @param sentiment {@code POSITIVE}, {@code NEUTRAL} or {@code NEGATIVE}, as the service hears
     *     it
     */
    public record Turn(String role, String content, String sentiment) {}

    public Call {
        turns = List.copyOf(turns);
    }

    /** The name of its file, with the time of the call in UTC. */
    public String fileName() {
        return NAME.format(at) + "_" + jobName + ".json";
    }

    /** The content of its file. */
    public byte[] content() {
        return Json.write(document()).getBytes(StandardCharsets.UTF_8);
    }

    /** The output document. */
    public ObjectNode document() {
        ObjectNode root = Json.object();
        root.put("JobStatus", "COMPLETED").put("LanguageCode", "en-US");
        ArrayNode transcript = root.putArray("Transcript");
        int begin = 40;
        int agent = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            int millis = turn.content().length() * MILLIS_PER_LETTER;
            turn(transcript.addObject(), i, turn, begin, begin + millis);
            agent += turn.role().equals("AGENT") ? millis : 0;
            begin += millis + PAUSE_MILLIS;
        }
        root.put("AccountId", "123456789012");
        ObjectNode categories = root.putObject("Categories");
        categories.putArray("MatchedCategories");
        categories.putObject("MatchedDetails");
        root.put("Channel", "VOICE").put("JobName", jobName);
        ArrayNode participants = root.putArray("Participants");
        participants.addObject().put("ParticipantRole", "AGENT");
        participants.addObject().put("ParticipantRole", "CUSTOMER");
        root.set("ConversationCharacteristics", characteristics(begin - PAUSE_MILLIS, agent));
        root.putObject("ContentMetadata").put("Output", "Raw");
        return root;
    }

    private void turn(ObjectNode node, int index, Turn turn, int begin, int end) {
        ArrayNode loudness = node.putArray("LoudnessScores");
        for (int second = 0; second <= (end - begin) / 1000; second++) {
            loudness.add(70 + (jobName.hashCode() >>> (second % 24)) % 20 + 0.25);
        }
        node.put("Content", turn.content());
        node.putArray("Items");
        String seed = jobName + "#" + index;
        node.put("Id", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
        node.put("BeginOffsetMillis", begin).put("EndOffsetMillis", end);
        node.put("Sentiment", turn.sentiment()).put("ParticipantRole", turn.role());
    }

    private ObjectNode characteristics(int total, int agentMillis) {
        ObjectNode node = Json.object();
        node.putObject("NonTalkTime").put("TotalTimeMillis", 0).putArray("Instances");
        node.putObject("Interruptions").put("TotalCount", 0).put("TotalTimeMillis", 0);
        node.put("TotalConversationDurationMillis", total);
        ObjectNode overall = node.putObject("Sentiment").putObject("OverallSentiment");
        overall.put("AGENT", score("AGENT")).put("CUSTOMER", score("CUSTOMER"));
        ObjectNode talk = node.putObject("TalkTime");
        ObjectNode details = talk.putObject("DetailsByParticipant");
        details.putObject("AGENT").put("TotalTimeMillis", agentMillis);
        details.putObject("CUSTOMER").put("TotalTimeMillis", Math.max(0, total - agentMillis));
        talk.put("TotalTimeMillis", total);
        return node;
    }

    /** From -5 to 5, one decimal. */
    private double score(String role) {
        Map<String, Integer> scores = Map.of("POSITIVE", 5, "NEUTRAL", 0, "NEGATIVE", -5);
        double mean =
                turns.stream()
                        .filter(turn -> turn.role().equals(role))
                        .mapToInt(turn -> scores.get(turn.sentiment()))
                        .average()
                        .orElse(0);
        return Math.round(mean * 10) / 10.0;
    }
}
