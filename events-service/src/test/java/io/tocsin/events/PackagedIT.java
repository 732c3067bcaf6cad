package io.tocsin.events;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.tocsin.test.packaged.PackagedResource;
import io.tocsin.test.packaged.PackagedService;

@QuarkusIntegrationTest
@WithTestResource(PackagedResource.class)
class PackagedIT extends PackagedService {

    @Override
    protected String path() {
        return "/api/v2/events";
    }
}
