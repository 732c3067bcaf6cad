package io.tocsin.e2e.api;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps one system running from story to story; another one is started only when a story wants other replicas. */
final class RunningTocsin implements ParameterResolver, BeforeEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningTocsin.class);

    /** Closed by JUnit after the last story. */
    private static final class Running implements AutoCloseable {

        private Tocsin tocsin;

        synchronized Tocsin with(int replicas) {
            if (tocsin != null && tocsin.replicas() != replicas) {
                close();
            }
            if (tocsin == null) {
                tocsin = Tocsin.start(replicas);
            }
            return tocsin;
        }

        @Override
        public synchronized void close() {
            if (tocsin != null) {
                tocsin.close();
                tocsin = null;
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running(context).tidy();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tocsin.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private static Tocsin running(ExtensionContext context) {
        var replicas = context.getRequiredTestClass().getAnnotation(Story.class).replicas();
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("running", none -> new Running(), Running.class)
                .with(replicas);
    }
}
