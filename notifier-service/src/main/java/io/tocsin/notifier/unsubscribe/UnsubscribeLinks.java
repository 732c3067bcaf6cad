package io.tocsin.notifier.unsubscribe;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.http.server.PublicUrl;

/** Makes the links which stand in mails. */
@ApplicationScoped
public class UnsubscribeLinks {

    /** Followed by the token. */
    public static final String PATH = "/notifications/unsubscribe/";

    private static final int PATIENCE_SECONDS = 10;

    private final SigningKeys keys;
    private final PublicUrl publicUrl;
    private final boolean enabled;

    UnsubscribeLinks(SigningKeys keys, PublicUrl publicUrl, UnsubscribeConfig config) {
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.enabled = config.enabled();
    }

    /** Empty when mails have no such links. The first time it asks the database: not on an event loop. */
    public Optional<String> of(UUID delivery, Reach reach) {
        return enabled
                ? Optional.of(publicUrl.of(PATH + new Token(delivery, reach).signedWith(signingKey())))
                : Optional.empty();
    }

    private SigningKey signingKey() {
        try {
            return keys.all().subscribeAsCompletionStage().get(PATIENCE_SECONDS, TimeUnit.SECONDS).get(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the secret of unsubscribe links was read", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the secret of unsubscribe links cannot be read from the database: " + e, e);
        }
    }
}
