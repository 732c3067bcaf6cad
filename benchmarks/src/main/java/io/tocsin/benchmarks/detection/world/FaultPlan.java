package io.tocsin.benchmarks.detection.world;

import java.util.List;

/** Draws the faults of a world. */
interface FaultPlan {

    /** @param count of occasions between these minutes of the world, each of one fault or a few */
    List<Fault> draw(int count, int from, int to);
}
