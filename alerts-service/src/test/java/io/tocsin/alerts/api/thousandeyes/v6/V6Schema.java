package io.tocsin.alerts.api.thousandeyes.v6;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;

import org.xml.sax.SAXException;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

/** The published schema of v6's XML. */
final class V6Schema {

    private static final Path FILE = Path.of("..", "docs", "dialects", "thousandeyes-v6.xsd");

    private V6Schema() {}

    /** Fails with what the schema says against it. */
    static void validate(String xml) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(FILE.toFile())
                    .newValidator()
                    .validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage() + " in " + xml, e);
        }
    }
}
