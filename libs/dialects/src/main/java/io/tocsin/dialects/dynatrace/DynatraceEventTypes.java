package io.tocsin.dialects.dynatrace;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event type that the documents name, wire/dynatrace.md §5. Others may come: what nobody knows is information. */
public final class DynatraceEventTypes {

    /** Name in version 1 and name in version 2, which is the one that events are stored with. */
    private static final String RESOURCE_CONTENTION_V1 = "RESOURCE_CONTENTION";
    private static final String RESOURCE_CONTENTION_V2 = "RESOURCE_CONTENTION_EVENT";

    /** A severity, and indented below it the types which have it. */
    private static final String CATALOGUE = """
            AVAILABILITY
                APPLICATION_UNEXPECTED_LOW_LOAD AVAILABILITY_EVENT CONNECTION_LOST DATABASE_CONNECTION_FAILURE
                ESXI_VM_DISCONNECTED HOST_CONNECTION_FAILED HOST_CONNECTION_LOST HOST_LOG_AVAILABILITY HOST_NO_CONNECTION
                HOST_OF_SERVICE_UNAVAILABLE HOST_SHUTDOWN HOST_TIMEOUT HTTP_CHECK_GLOBAL_OUTAGE HTTP_CHECK_LOCAL_OUTAGE
                LOG_AVAILABILITY OPENSTACK_KEYSTONE_UNHEALTHY PGI_OF_SERVICE_UNAVAILABLE PROCESS_CRASHED
                PROCESS_CUSTOM_AVAILABILITY PROCESS_GROUP_LOW_INSTANCE_COUNT PROCESS_LOG_AVAILABILITY PROCESS_UNAVAILABLE
                RDS_OF_SERVICE_UNAVAILABLE SYNTHETIC_AVAILABILITY SYNTHETIC_GLOBAL_OUTAGE SYNTHETIC_NODE_OUTAGE
                SYNTHETIC_PRIVATE_LOCATION_OUTAGE UNEXPECTED_LOW_LOAD WEB_CHECK_GLOBAL_OUTAGE WEB_CHECK_LOCAL_OUTAGE
            ERROR
                CUSTOM_APP_CRASH_RATE_INCREASED ELASTIC_LOAD_BALANCER_HIGH_BACKEND_FAILURE_RATE ERROR_EVENT
                FAILURE_RATE_INCREASED HIGH_CONNECTIVITY_FAILURES HIGH_DROPPED_PACKETS_RATE HIGH_NETWORK_ERROR_RATE
                HIGH_NETWORK_LOSS_RATE HOST_LOG_ERROR JAVASCRIPT_ERROR_RATE_INCREASED LAMBDA_FUNCTION_HIGH_ERROR_RATE
                LOG_ERROR MOBILE_APP_CRASH_RATE_INCREASED OPENSTACK_VM_LAUNCH_FAILED PROCESS_CUSTOM_ERROR PROCESS_LOG_ERROR
                RDS_RESTART_SEQUENCE SERVICE_ERROR_RATE_INCREASED
            PERFORMANCE
                APPLICATION_SLOWDOWN EBS_VOLUME_HIGH_LATENCY HOST_LOG_PERFORMANCE HTTP_CHECK_TEST_LOCATION_SLOWDOWN
                LOG_PERFORMANCE OPENSTACK_KEYSTONE_SLOW PERFORMANCE_EVENT PGI_MYSQL_SLOW_QUERIES_RATE_HIGH
                PROCESS_CUSTOM_PERFORMANCE PROCESS_LOG_PERFORMANCE SERVICE_RESPONSE_TIME_DEGRADED SERVICE_SLOWDOWN
                SYNTHETIC_SLOWDOWN USER_ACTION_DURATION_DEGRADATION
            RESOURCE_CONTENTION
                CPU_SATURATED HIGH_GC_ACTIVITY HIGH_LATENCY HIGH_NETWORK_UTILIZATION HOST_DATASTORE_LOW_DISK_SPACE
                HOST_DISK_LOW_INODES INSUFFICIENT_DISK_QUEUE_DEPTH LOW_DISK_SPACE LOW_STORAGE_SPACE
                MEMORY_RESOURCES_EXHAUSTED MEMORY_SATURATED OSI_DOCKER_DEVICEMAPPER_LOW_DATA_SPACE
                OSI_DOCKER_DEVICEMAPPER_LOW_METADATA_SPACE OSI_HIGH_CPU OVERLOADED_STORAGE PGI_HAPROXY_QUEUED_REQUESTS_HIGH
                PGI_HAPROXY_SESSION_USAGE_HIGH PGI_RMQ_HIGH_FILE_DESC_USAGE PGI_RMQ_HIGH_MEM_USAGE
                PGI_RMQ_HIGH_PROCESS_USAGE PGI_RMQ_HIGH_SOCKETS_USAGE PGI_RMQ_LOW_DISK_SPACE RESOURCE_CONTENTION_EVENT
                SLOW_DISK THREADS_RESOURCES_EXHAUSTED UNEXPECTED_HIGH_LOAD
            CUSTOM_ALERT
                CUSTOM_ALERT WARNING
            MONITORING_UNAVAILABLE
                MONITORING_UNAVAILABLE
            INFO
                APPLICATION_JS_FRAMEWORK_DETECTED APPLICATION_OVERLOAD_PREVENTION CUSTOM_ANNOTATION
                CUSTOM_APPLICATION_OVERLOAD_PREVENTION CUSTOM_CONFIGURATION CUSTOM_DEPLOYMENT CUSTOM_INFO
                DEPLOYMENT_CHANGED_CHANGE DEPLOYMENT_CHANGED_NEW DEPLOYMENT_CHANGED_REMOVED DYNATRACE_INTERNAL
                ELASTIC_LOAD_BALANCER_HIGH_FAILURE_RATE ELASTIC_LOAD_BALANCER_HIGH_UNHEALTHY_HOST_RATE
                ESXI_HOST_VM_MOTION_ARRIVED ESXI_HOST_VM_MOTION_LEFT ESXI_HOST_VM_STARTED ESXI_START ESXI_VM_MOTION
                ESXI_VM_POWER_OFF ESXI_VM_START HOST_GRACEFULLY_SHUTDOWN HOST_LOG_MATCHED HOST_MAINTENANCE LOG_MATCHED
                MARKED_FOR_TERMINATION MOBILE_APPLICATION_OVERLOAD_PREVENTION OPENSTACK_HOST_VM_SHUTDOWN
                OPENSTACK_HOST_VM_STARTED OPENSTACK_VM_MOTION PGI_CRASHED_INFO PGI_LOG_MATCHED PGI_MEMDUMP PROCESS_RESTART
                RDS_AZ_FAILOVER_COMPLETED RDS_AZ_FAILOVER_STARTED RDS_BACKUP_COMPLETED RDS_BACKUP_STARTED RDS_RESTART
                VIRTUAL_MACHINE_SHUTDOWN
            """;

    private static final Map<String, String> LABELS = Map.of(
            "CUSTOM_DEPLOYMENT", "Deployment",
            "CUSTOM_ANNOTATION", "Annotation",
            "CUSTOM_CONFIGURATION", "Configuration change",
            "CUSTOM_INFO", "Custom info",
            RESOURCE_CONTENTION_V2, "Resource contention event");

    private static final List<DynatraceEventType> ALL = read();
    private static final Map<String, DynatraceEventType> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(DynatraceEventType::type, Function.identity()));

    private DynatraceEventTypes() {}

    /** By name. */
    public static List<DynatraceEventType> all() {
        return ALL;
    }

    public static Optional<DynatraceEventType> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    /** The name under which events are stored, whichever version said it. */
    public static String stored(String name) {
        return name.equals(RESOURCE_CONTENTION_V1) ? RESOURCE_CONTENTION_V2 : name;
    }

    static String inVersion1(String stored) {
        return stored.equals(RESOURCE_CONTENTION_V2) ? RESOURCE_CONTENTION_V1 : stored;
    }

    static DynatraceSeverity severityOf(String type) {
        return named(type).map(DynatraceEventType::severityLevel).orElse(DynatraceSeverity.INFO);
    }

    static String labelOf(String type) {
        return LABELS.getOrDefault(type, sentence(type));
    }

    private static String sentence(String type) {
        return type.isEmpty() ? type : type.charAt(0) + type.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static List<DynatraceEventType> read() {
        return Stream.of(CATALOGUE.split("\n(?! )"))
                .flatMap(DynatraceEventTypes::ofOneSeverity)
                .sorted(Comparator.comparing(DynatraceEventType::type))
                .toList();
    }

    private static Stream<DynatraceEventType> ofOneSeverity(String block) {
        var words = block.strip().split("\\s+");
        var severity = DynatraceSeverity.valueOf(words[0]);
        return Stream.of(words).skip(1).map(type -> new DynatraceEventType(type, labelOf(type), severity));
    }
}
