package io.tocsin.events.detection.run;

import java.util.List;

/**
 * In which minutes there are results which there were not.
 *
 * @param seqs what names these lines, which are forgotten with what follows from them
 */
record News(List<Long> seqs, List<Integer> minutes) {}
