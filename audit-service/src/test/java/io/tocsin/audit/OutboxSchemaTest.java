package io.tocsin.audit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.test.OutboxSchemaContract;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class OutboxSchemaTest extends OutboxSchemaContract {}
