package io.throughline.pipeline.types;

import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of an immutable record that is serialized in its wire format. */
final class WireType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1L;

    private final WireKind kind;

    WireType(WireKind kind) {
        this.kind = kind;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new WireSerializer<>(kind);
    }

    @Override
    public Class<T> getTypeClass() {
        return kind.recordClass();
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public String toString() {
        return "WireType<" + kind + ">";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WireType<?> that && kind == that.kind;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(kind.name());
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof WireType;
    }
}
