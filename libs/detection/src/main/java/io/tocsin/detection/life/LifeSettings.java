package io.tocsin.detection.life;

/**
 * @param confirmingFlows which must have failed in other minutes than that in which most did, before an event opens: what is gone with the
 *        next round is none
 * @param youngMinutes for which an event's component may still turn out to be another one
 * @param quietMinutes without failures after which an event is over; at least two rounds of its tests
 * @param confirmingShare of the flows measured in these other minutes, that must have failed in them as well
 * @param joiningShare of a component's flows, from which on all others which fail belong to its event
 * @param failingShare of the most flows that ever failed together, which must still fail for the event to go on
 * @param wholeShare of a component's flows, which must fail for events to become one of it
 * @param togetherMinutes within which a target of unknown prefix and a network begin to fail, if it is the network's fault
 */
public record LifeSettings(int confirmingFlows, double confirmingShare, int youngMinutes, int quietMinutes,
        double joiningShare, double failingShare, double wholeShare, int togetherMinutes) {

    public static final LifeSettings DEFAULT = new LifeSettings(2, 0.3, 20, 5, 0.2, 0.2, 0.8, 3);

    public LifeSettings withQuietMinutes(int minutes) {
        return new LifeSettings(confirmingFlows, confirmingShare, youngMinutes, minutes, joiningShare, failingShare,
                wholeShare, togetherMinutes);
    }
}
