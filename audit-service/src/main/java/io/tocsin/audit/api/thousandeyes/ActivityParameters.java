package io.tocsin.audit.api.thousandeyes;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of {@code GET /v7/audit-user-events}, as text: what it cannot mean is answered 400, and nothing else is. */
public class ActivityParameters {

    @QueryParam("aid")
    @Parameter(description = "Account group; default: that of the credential")
    String aid;

    @QueryParam("useAllPermittedAids")
    @Parameter(description = "true: all account groups of the credential instead of one")
    String useAllPermittedAids;

    @QueryParam("window")
    @Parameter(description = "How far back, such as 12h; not with startDate or endDate", example = "12h")
    String window;

    @QueryParam("startDate")
    String startDate;

    @QueryParam("endDate")
    @Parameter(description = "Default: now")
    String endDate;

    @QueryParam("cursor")
    @Parameter(description = "From a link of an earlier answer; its range counts, whatever the other parameters say")
    String cursor;

    /** For JAX-RS. */
    public ActivityParameters() {}

    /** Under whatever names a version of the API has them. */
    public ActivityParameters(String aid, String useAllPermittedAids, String window, String startDate, String endDate) {
        this.aid = aid;
        this.useAllPermittedAids = useAllPermittedAids;
        this.window = window;
        this.startDate = startDate;
        this.endDate = endDate;
    }

    /** The same, beginning where an earlier answer said. */
    public ActivityParameters from(String place) {
        cursor = place;
        return this;
    }
}
