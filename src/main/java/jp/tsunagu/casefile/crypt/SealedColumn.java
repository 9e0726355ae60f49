package jp.tsunagu.casefile.crypt;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Between an entity's {@link Sealed} value and its column. */
@Converter(autoApply = true)
@Immutable
class SealedColumn implements AttributeConverter<Sealed, byte[]> {

    private final Vault vault;

    SealedColumn(Vault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] convertToDatabaseColumn(Sealed value) {
        return value == null ? null : value.bytes(vault);
    }

    @Override
    public Sealed convertToEntityAttribute(byte[] stored) {
        return stored == null ? null : Sealed.stored(vault, stored);
    }
}
