package io.tocsin.alerts.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How alert rules are kept. */
@ConfigMapping(prefix = "tocsin.alerts.rules")
public interface RuleConfig {

    /** Whether an account group begins with a default rule for each type of test, as ThousandEyes' do. */
    @WithDefault("true")
    boolean builtIn();
}
