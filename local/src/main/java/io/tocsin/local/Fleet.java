package io.tocsin.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.tocsin.local.door.InnerDoor;
import io.tocsin.local.process.Ports;
import io.tocsin.local.service.Service;
import io.tocsin.local.service.ServiceLaunch;
import io.tocsin.local.service.ServiceProcess;
import io.vertx.core.Vertx;

/** The services, each in as many replicas as wanted, and how they reach one another. */
final class Fleet {

    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final PlatformOptions options;
    private final DataDirectory data;
    private final Map<Service, List<ServiceProcess>> replicas = new EnumMap<>(Service.class);
    private final Map<ServiceProcess, ServiceLaunch> launches = new LinkedHashMap<>();
    private final List<InnerDoor> innerDoors = new ArrayList<>();

    Fleet(PlatformOptions options, DataDirectory data) {
        this.options = options;
        this.data = data;
        Stream.of(Service.values()).forEach(service -> replicas.put(service, replicasOf(service)));
    }

    List<ServiceProcess> replicas(Service service) {
        return replicas.get(service);
    }

    List<URI> urls(Service service) {
        return replicas(service).stream().map(ServiceProcess::url).toList();
    }

    /** Where each service sends messages for the others: to the replica, or to a door which spreads them over the replicas. */
    Map<String, String> destinations(Vertx vertx) {
        var destinations = new LinkedHashMap<String, String>();
        for (var service : Service.values()) {
            destinations.put("tocsin.outbox.destinations." + service.id(), address(service, vertx).toString());
        }
        return destinations;
    }

    /** Settings of every replica of a service, below those which the options hold. */
    void configure(Service service, Map<String, String> settings) {
        replicas(service).forEach(replica -> launches.get(replica)
                .set(settings)
                .set(options.settings(service))
                .jvm(options.jvmOptions(service)));
    }

    /** Starts all at once, and returns at once. */
    void start() {
        launches.keySet().forEach(ServiceProcess::start);
    }

    void awaitReady(Consumer<String> progress) {
        var watch = new Stopwatch();
        launches.keySet().forEach(replica -> {
            replica.awaitReady(PATIENCE);
            progress.accept(Progress.line(replica.name(), "ready on " + replica.url(), watch));
        });
    }

    void stop() {
        launches.keySet().parallelStream().forEach(ServiceProcess::stop);
        innerDoors.forEach(InnerDoor::close);
    }

    private List<ServiceProcess> replicasOf(Service service) {
        return IntStream.rangeClosed(1, options.replicas(service))
                .mapToObj(number -> number == 1 ? service.id() : service.id() + "-" + number)
                .map(name -> replica(service, name))
                .toList();
    }

    private ServiceProcess replica(Service service, String name) {
        var launch = new ServiceLaunch(service.jar(options.home()), data.run().resolve(name + ".properties"));
        var replica = new ServiceProcess(name, launch, data.log(name), data.run());
        launches.put(replica, launch);
        return replica;
    }

    private URI address(Service service, Vertx vertx) {
        if (replicas(service).size() == 1) {
            return replicas(service).get(0).url();
        }
        var innerDoor = new InnerDoor(vertx, urls(service), Ports.free());
        innerDoors.add(innerDoor);
        return innerDoor.url();
    }
}
