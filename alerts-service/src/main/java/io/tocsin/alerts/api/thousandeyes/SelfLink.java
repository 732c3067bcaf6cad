package io.tocsin.alerts.api.thousandeyes;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.thousandeyes.HalLink;

@RegisterForReflection
record SelfLink(HalLink self) {}
