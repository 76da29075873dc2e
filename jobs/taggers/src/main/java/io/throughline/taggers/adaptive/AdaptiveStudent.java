package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Student;
import io.throughline.taggers.linear.LinearModel;
import io.throughline.taggers.student.SentimentModel;

/** The fast half of the learner: a model of feeling. */
record AdaptiveStudent(SentimentModel sentiment) implements Student {

    static AdaptiveStudent read(byte[] model) {
        return new AdaptiveStudent(new SentimentModel(LinearModel.read(model)));
    }

    @Override
    public String version() {
        return sentiment.linear().version();
    }
}
