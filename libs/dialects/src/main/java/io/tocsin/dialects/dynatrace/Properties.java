package io.tocsin.dialects.dynatrace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.tocsin.model.EventContent;

/** Names of the properties which Dynatrace itself knows, and where an event keeps them. */
final class Properties {

    static final String SOURCE = "dt.event.source";
    static final String DESCRIPTION = "dt.event.description";
    static final String TITLE = "dt.event.title";
    static final String TIMEOUT = "dt.event.timeout";
    static final String GROUP_LABEL = "dt.event.group_label";
    static final String IMPACT_LEVEL = "dt.event.impact_level";
    static final String ROOT_CAUSE_RELEVANT = "dt.event.is_rootcause_relevant";
    static final String ALLOW_DAVIS_MERGE = "dt.event.allow_davis_merge";
    static final String TIMESERIES_IDS = "dt.event.timeseries_ids";
    static final String ANNOTATION_TYPE = "dt.event.annotation.type";
    static final String ANNOTATION_DESCRIPTION = "dt.event.annotation.description";
    static final String DEPLOYMENT_NAME = "dt.event.deployment.name";
    static final String DEPLOYMENT_VERSION = "dt.event.deployment.version";
    static final String CONFIGURATION = "dt.event.configuration.name";

    /** The attribute of an event which holds them. Only events of this dialect have it. */
    static final String ATTRIBUTE = "properties";

    /** The text fields of a push in version 1, and what each is called as a property. */
    static final Map<String, String> OF_VERSION_1 = ofVersion1();

    private Properties() {}

    /** Null when the event was posted in another dialect. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(EventContent content) {
        return content.attributes().get(ATTRIBUTE) instanceof Map<?, ?> properties ? (Map<String, Object>) properties : null;
    }

    private static Map<String, String> ofVersion1() {
        var names = new LinkedHashMap<String, String>();
        names.put("description", DESCRIPTION);
        names.put("annotationType", ANNOTATION_TYPE);
        names.put("annotationDescription", ANNOTATION_DESCRIPTION);
        names.put("deploymentName", DEPLOYMENT_NAME);
        names.put("deploymentVersion", DEPLOYMENT_VERSION);
        names.put("deploymentProject", "dt.event.deployment.project");
        names.put("ciBackLink", "dt.event.deployment.ci_back_link");
        names.put("remediationAction", "dt.event.deployment.remediation_action_link");
        names.put("original", "dt.event.configuration.original");
        names.put("changed", "dt.event.configuration.changed");
        names.put("configuration", CONFIGURATION);
        return Collections.unmodifiableMap(names);
    }
}
