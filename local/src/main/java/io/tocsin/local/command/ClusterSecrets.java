package io.tocsin.local.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tocsin.local.key.ApiKey;
import io.tocsin.local.key.KeyFile;
import io.tocsin.local.key.KeyHolder;
import io.tocsin.local.process.SecretFile;
import io.tocsin.local.service.Service;
import io.tocsin.proof.note.NoteSigner;

/**
 * {@code ./tocsin secrets}: what an installation on Kubernetes must have before it starts, as YAML for {@code kubectl create -f -}, which
 * refuses to write over what is there; the first API key beside it, and in a secret of its own for {@code helm test}, which may go later.
 * Names are those which the charts and {@code k8s} expect.
 */
final class ClusterSecrets {

    private final KeyHolder holder;

    ClusterSecrets(List<String> words) {
        holder = HolderArguments.holder(Arguments.parse(words, HolderArguments.OPTIONS));
    }

    void run() {
        var key = ApiKey.random();
        System.out.print(yaml(key));
        System.err.println("The API key of " + holder.user() + ": " + key.value());
    }

    String yaml(ApiKey key) {
        var logins = Arrays.stream(Service.values())
                .map(Service::database)
                .flatMap(name -> Stream.of(login(name + "-database-owner", name + "_owner"), login(name + "-database", name)));
        return Stream.concat(logins, Stream.of(opaque("service-credential", "credential", SecretFile.random()),
                opaque("first-key", "key", key.value()), opaque("identity", "keys.yaml", KeyFile.textWith(holder, key)),
                opaque("audit-key", "audit-key.pem", NoteSigner.newKeyFile())))
                .collect(Collectors.joining("---\n"));
    }

    private static String login(String name, String role) {
        return """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: tocsin-%s
                type: kubernetes.io/basic-auth
                stringData:
                  username: %s
                  password: %s
                """.formatted(name, role, SecretFile.random());
    }

    private static String opaque(String name, String key, String text) {
        return """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: tocsin-%s
                type: Opaque
                stringData:
                  %s: |-
                %s""".formatted(name, key, text.indent(4));
    }
}
