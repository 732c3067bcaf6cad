package io.tocsin.events.detection;

import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;

/**
 * What one agent sees of one target of one test that an event touches, in the reader's account group.
 *
 * @param test as its results described it
 * @param source the agent or monitor
 * @param serverId ThousandEyes' id of the target; what it is called where nobody said one
 * @param target what is tested, without scheme and port
 */
public record FoundFlow(TestRef test, ResultSource source, String serverId, String target) {}
