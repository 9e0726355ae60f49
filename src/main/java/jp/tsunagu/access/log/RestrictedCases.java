package jp.tsunagu.access.log;

import java.util.Set;

/** 制限ケース: which cases only named people may open, known to a room above. Where no room knows of any, there is none. */
@FunctionalInterface
public interface RestrictedCases {

    /** The numbers of all that are restricted now. */
    Set<String> numbers();
}
