package io.tocsin.http.identity;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Refuses to start in production with settings under which nobody, or anybody, would be let in. */
@Singleton
class IdentityChecks {

    private final IdentityConfig config;
    private final JwtSettings jwt;

    IdentityChecks(IdentityConfig config, JwtSettings jwt) {
        this.config = config;
        this.jwt = jwt;
    }

    void pass() {
        var problems = problems();
        if (LaunchMode.current() == LaunchMode.NORMAL && !problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", problems));
        }
    }

    List<String> problems() {
        var problems = new ArrayList<String>();
        if (config.keysFile().isEmpty() && !jwt.configured()) {
            problems.add("Nobody could call this service: set tocsin.identity.keys-file (API keys)"
                    + " or mp.jwt.verify.publickey.location (JWTs), or both.");
        }
        if (jwt.configured() && !jwt.checksIssuer()) {
            problems.add("JWTs of any issuer with this key would be accepted: set mp.jwt.verify.issuer.");
        }
        if (jwt.configured() && !jwt.checksAudience()) {
            problems.add("JWTs meant for other applications would be accepted: set mp.jwt.verify.audiences.");
        }
        return problems;
    }
}
