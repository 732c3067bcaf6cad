package io.tocsin.notifier;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.OutboxSchemaContract;
import io.tocsin.test.PostgresResource;
import io.tocsin.test.SmtpResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(SmtpResource.class)
class OutboxSchemaTest extends OutboxSchemaContract {}
