package io.tocsin.alerts.result;

/** @param metric with its alert type, since its unit may depend on that: {@code http-server responseTime} */
record BaselineKey(TestKey test, String source, String metric) {

    static BaselineKey of(TestKey test, String source, ResultRule rule, String metric) {
        return new BaselineKey(test, source, rule.expression().type().word() + " " + metric);
    }
}
