package io.throughline.pipeline.signals;

import io.throughline.alert.Alert;
import io.throughline.alert.StageStatus;
import io.throughline.document.AlertDocument;
import io.throughline.document.WatchDocument;
import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.detect.DetectStage;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.TopicWrite;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Alerts into their topic at once, and as documents; how far the watches are as documents. */
final class AlertOutputs {

    private AlertOutputs() {}

    static void topic(DataStream<Alert> alerts, JobSettings settings) {
        OperatorId.SIGNALS_ALERTS.on(
                OperatorId.SIGNALS_ENCODE_ALERTS
                        .on(
                                alerts.map(new CountedAlerts())
                                        .returns(TypeInformation.of(TopicWrite.class)))
                        .sinkTo(KafkaOutputs.atOnce(settings.kafka())));
    }

    static DataStream<DocumentWrite> documents(SingleOutputStreamOperator<Alert> alerts) {
        TypeInformation<DocumentWrite> type = TypeInformation.of(DocumentWrite.class);
        DataStream<DocumentWrite> ofAlerts =
                OperatorId.SIGNALS_ALERT_DOCUMENTS.on(
                        alerts.map(AlertOutputs::document).returns(type));
        return ofAlerts.union(
                OperatorId.SIGNALS_WATCH_DOCUMENTS.on(
                        alerts.getSideOutput(DetectStage.STATUS)
                                .map(AlertOutputs::document)
                                .returns(type)));
    }

    private static DocumentWrite document(Alert alert) {
        return DocumentWrite.index(
                AlertDocument.INDEX,
                AlertDocument.id(alert),
                AlertDocument.version(alert),
                AlertDocument.encode(alert));
    }

    private static DocumentWrite document(StageStatus status) {
        return DocumentWrite.index(
                WatchDocument.index(status),
                WatchDocument.id(status),
                WatchDocument.version(status),
                WatchDocument.encode(status));
    }
}
