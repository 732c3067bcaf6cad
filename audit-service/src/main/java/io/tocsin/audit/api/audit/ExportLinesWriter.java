package io.tocsin.audit.api.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

/** As they are: Jackson would make one JSON text of each item. */
@Provider
public class ExportLinesWriter implements MessageBodyWriter<ExportLines> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ExportLines.class;
    }

    @Override
    public void writeTo(ExportLines lines, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(lines.text().getBytes(StandardCharsets.UTF_8));
    }
}
