package io.tocsin.notifier.unsubscribe;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.User;
import io.tocsin.notifier.suppression.SuppressedAddress;
import io.tocsin.notifier.suppression.SuppressionList;

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
        return suppressions.add(editor(offer, address), SuppressedAddress.unsubscribed(offer.recipient(), offer.rule(reach)
                .orElse(null),
                offer.delivery()))
                .replaceWithVoid();
    }

    /** Who acts by a link in a mail: nobody but the address which got it is known. */
    private static Editor editor(Offer offer, String address) {
        var recipient = new User(offer.recipient(), offer.recipient(), offer.recipient());
        return new Editor(offer.organization(), offer.accountGroup(), recipient, address);
    }
}
