package io.tocsin.dialects.dynatrace;

import java.util.ArrayList;
import java.util.List;

/** Reads the tags which somebody gives to entities; they have no context, as all that people make. */
public final class DynatraceTagReader {

    private static final String FIELD = "tags";
    private static final int LONGEST = 200;
    private static final int MOST = 100;

    /** Fails with {@link DynatraceRejected}. */
    public List<DynatraceTag> read(byte[] body) {
        var fields = DynatraceFields.of(body);
        fields.require(FIELD);
        var tags = new ArrayList<DynatraceTag>();
        for (var tag : fields.objects(FIELD)) {
            var key = tag.requiredText("key", LONGEST);
            tags.add(new DynatraceTag(DynatraceTag.CONTEXTLESS, key, tag.text("value", LONGEST)));
        }
        if (tags.size() > MOST) {
            fields.violated(FIELD, "has " + tags.size() + " elements; at most " + MOST + " are allowed");
        }
        fields.check();
        return tags;
    }
}
