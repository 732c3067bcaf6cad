package io.tocsin.notifier.unsubscribe;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.notifier.suppression.SuppressedAddress;
import io.tocsin.notifier.suppression.SuppressionList;
import io.tocsin.notifier.trail.Editor;

/** Follows the links which stand in mails. */
@ApplicationScoped
public class Unsubscriptions {

    private final SigningKeys keys;
    private final OfferStore store;
    private final SuppressionList suppressions;

    Unsubscriptions(SigningKeys keys, OfferStore store, SuppressionList suppressions) {
        this.keys = keys;
        this.store = store;
        this.suppressions = suppressions;
    }

    /**
     * What the holder of this token may unsubscribe from; changes nothing. Empty when the mail is not known any more. Fails with
     * {@link ForgedLink} when we did not sign the token.
     */
    public Uni<Optional<Offer>> find(String token) {
        return keys.all()
                .map(known -> Token.read(token, known).orElseThrow(ForgedLink::new))
                .chain(store::find);
    }

    /** Puts the recipient on the suppression list, once however often it is called. @param address the IP address of the call */
    public Uni<Void> unsubscribe(Offer offer, Reach reach, String address) {
        var recipient = Editor.recipient(offer.organization(), offer.accountGroup(), offer.recipient(), address);
        return suppressions.add(recipient, SuppressedAddress.unsubscribed(offer.recipient(), offer.rule(reach).orElse(null),
                offer.delivery()))
                .replaceWithVoid();
    }
}
