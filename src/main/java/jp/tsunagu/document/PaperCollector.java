package jp.tsunagu.document;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache.VariableFetcher;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a template can reach: values by name, and the parts of a choice. The library's own would call any method without
 * arguments on whatever it meets.
 */
final class PaperCollector extends BasicCollector {

    private static final String OWN = PaperCollector.class.getPackageName();

    @Override
    public VariableFetcher createFetcher(Object context, String name) {
        VariableFetcher byName = super.createFetcher(context, name);
        if (byName != null
                || !(context instanceof Record)
                || !context.getClass().getPackageName().equals(OWN)) {
            return byName;
        }
        for (RecordComponent part : context.getClass().getRecordComponents()) {
            if (part.getName().equals(name)) {
                return (from, asked) -> part.getAccessor().invoke(from);
            }
        }
        return null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }
}
