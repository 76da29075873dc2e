package io.throughline.wire;

import io.throughline.model.Conversation;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import io.throughline.wire.avro.ConversationRecord;
import io.throughline.wire.avro.TurnRecord;

/** Part of {@link FeedbackMapper}; null stands for no conversation on both sides. */
final class ConversationMapper {

    private ConversationMapper() {}

    static ConversationRecord toRecord(Conversation conversation) {
        if (conversation == null) {
            return null;
        }
        return new ConversationRecord(
                conversation.id(),
                conversation.turns().stream().map(ConversationMapper::turn).toList());
    }

    static Conversation fromRecord(ConversationRecord record) {
        if (record == null) {
            return null;
        }
        return new Conversation(
                record.getId(), record.getTurns().stream().map(ConversationMapper::turn).toList());
    }

    private static TurnRecord turn(Turn turn) {
        return new TurnRecord(
                turn.index(), turn.role().id(), turn.text(), turn.startMs(), turn.endMs());
    }

    private static Turn turn(TurnRecord record) {
        return new Turn(
                record.getIndex(),
                Names.constant(Role.class, record.getRole()),
                record.getText(),
                record.getStartMs(),
                record.getEndMs());
    }
}
