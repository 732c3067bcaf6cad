package io.tocsin.notifier.smtp;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Jakarta Mail finds by {@code ServiceLoader}, for native images: Quarkus switches GraalVM's own search for services off. Their
 * {@code META-INF/services} files are named in {@code quarkus.native.resources.includes}.
 */
@RegisterForReflection(classNames = {
        "org.eclipse.angus.mail.util.MailStreamProvider",
        "org.eclipse.angus.activation.MailcapRegistryProviderImpl",
        "org.eclipse.angus.activation.MimeTypeRegistryProviderImpl" })
final class NativeMail {

    private NativeMail() {}
}
