package io.tocsin.notifier.payload;

import java.io.IOException;
import java.util.Map;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;

/** Handlebars without anything that reaches beyond the template and its variables. */
final class Engine {

    private final Handlebars handlebars;

    Engine(Escaping escaping) {
        handlebars = new Handlebars(new NoTemplates())
                .with(new Words())
                .with(escaping.strategy());
    }

    Template compile(String text) throws BadTemplate {
        try {
            return handlebars.compileInline(text);
        } catch (HandlebarsException e) {
            throw bad(e);
        } catch (IOException | RuntimeException e) {
            throw new BadTemplate("cannot be read: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new BadTemplate("is nested too deeply");
        }
    }

    static String render(Template template, Map<String, Object> variables, Budget budget) throws BadTemplate {
        try {
            template.apply(Context.newBuilder(variables).resolver(new Variables(budget)).build(), budget);
            return budget.toString();
        } catch (Budget.Exceeded e) {
            throw new BadTemplate(e.getMessage());
        } catch (HandlebarsException e) {
            throw bad(e);
        } catch (IOException | RuntimeException e) {
            throw new BadTemplate("cannot be filled in: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new BadTemplate("is nested too deeply");
        }
    }

    private static BadTemplate bad(HandlebarsException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Budget.Exceeded || cause instanceof NoSuchTemplate) {
                return new BadTemplate(cause.getMessage());
            }
        }
        var error = failure.getError();
        return error == null
                ? new BadTemplate("cannot be read: " + failure.getMessage())
                : new BadTemplate("line " + error.line + ", column " + (error.column + 1) + ": " + error.reason
                        + (error.reason.contains("found: '}}}'") ? "; put a blank between }} and }" : ""));
    }

    private static final class NoSuchTemplate extends IOException {

        private static final long serialVersionUID = 1;

        NoSuchTemplate(String name) {
            super("there is no other template: remove {{> " + name + "}}");
        }
    }

    private static final class NoTemplates extends AbstractTemplateLoader {

        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            throw new NoSuchTemplate(location);
        }
    }
}
