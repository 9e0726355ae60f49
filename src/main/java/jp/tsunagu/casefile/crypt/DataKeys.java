package jp.tsunagu.casefile.crypt;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The keys of this installation, from {@code TSUNAGU_DATA_KEYS}: the first seals, all of them open. Nothing here is ever
 * written to a log.
 */
@Component
class DataKeys {

    private static final String HOW =
            "TSUNAGU_DATA_KEYS には、32バイトの鍵を base64 で書いたものを、いま使う鍵を最初にして、コンマで区切って入れてください（例：openssl rand -base64 32 で作れます）。";

    private final Map<ByteBuffer, DataKey> keys = new LinkedHashMap<>();
    private final DataKey first;
    private final boolean demo;

    DataKeys(
            @Value("${tsunagu.data-keys:}") String configured,
            @Value("${spring.datasource.url:}") String database,
            @Value("${tsunagu.data:data}") Path data) {
        demo = !StringUtils.hasText(configured) && !StringUtils.hasText(database);
        if (!demo && !StringUtils.hasText(configured)) {
            throw new KeysException("データを暗号化する鍵がありません。つなぐは起動しません。" + HOW);
        }
        String given = demo ? KeyFile.in(data.toAbsolutePath()) : configured;
        Arrays.stream(given.split("[,\\s]+"))
                .filter(StringUtils::hasText)
                .map(DataKeys::key)
                .forEach(key -> keys.putIfAbsent(ByteBuffer.wrap(key.idBytes()), key));
        first = keys.values().iterator().next();
    }

    private static DataKey key(String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            // its message would quote the key
            throw new KeysException("データを暗号化する鍵が base64 として読めません。つなぐは起動しません。" + HOW);
        }
        if (secret.length != DataKey.BYTES) {
            throw new KeysException("データを暗号化する鍵の長さが " + secret.length + " バイトです。つなぐは起動しません。" + HOW);
        }
        return new DataKey(secret);
    }

    /** The key that seals. */
    DataKey first() {
        return first;
    }

    List<DataKey> all() {
        return List.copyOf(keys.values());
    }

    Optional<DataKey> of(byte[] id) {
        return Optional.ofNullable(keys.get(ByteBuffer.wrap(id)));
    }

    /** True if the key was made by the application itself: with the demo database only. */
    boolean isDemo() {
        return demo;
    }
}
