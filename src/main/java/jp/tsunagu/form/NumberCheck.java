package jp.tsunagu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A number within its limits and with no more decimals than asked for. */
class NumberCheck implements FieldCheck {

    /** Beyond this no amount of money, count or percentage of a case is meant. */
    private static final BigDecimal ABSURD = BigDecimal.TEN.pow(12);

    private static final String TOO_LARGE = "数字が大きすぎます。桁を確かめてください。";

    @Override
    public Optional<String> reason(FormField field, JsonNode value, JsonNode served) {
        if (!value.isNumber()) {
            return Optional.of("数字で入力してください。");
        }
        if (!Double.isFinite(value.doubleValue())) {
            return Optional.of(TOO_LARGE);
        }
        BigDecimal number = value.decimalValue();
        JsonNode rules = field.rules();
        if (rules.has("min") && number.compareTo(rules.path("min").decimalValue()) < 0) {
            return Optional.of(rules.path("min").asText() + "以上の数字を入力してください。");
        }
        if (rules.has("max") && number.compareTo(rules.path("max").decimalValue()) > 0) {
            return Optional.of(rules.path("max").asText() + "以下の数字を入力してください。");
        }
        if (number.abs().compareTo(ABSURD) > 0) {
            return Optional.of(TOO_LARGE);
        }
        int decimals = field.json().path("decimalDigits").asInt(0);
        if (number.stripTrailingZeros().scale() > decimals) {
            return Optional.of(decimals == 0 ? "小数のない数字を入力してください。" : "小数は" + decimals + "桁までです。");
        }
        return Optional.empty();
    }
}
