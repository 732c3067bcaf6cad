package io.tocsin.benchmarks.detection.world;

/**
 * @param learningMinutes without faults, before the others
 * @param faults in all these minutes
 */
public record WorldSize(int agents, int targets, int learningMinutes, int minutes, int faults) {}
