package io.tocsin.dialects.thousandeyes.v6;

import java.io.UncheckedIOException;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.ser.ToXmlGenerator;

/** Writes v6's records as XML (wire/thousandeyes.md §6.4; docs/dialects/thousandeyes-v6.xsd). */
public final class V6Xml {

    /** Instead of characters which XML cannot hold, such as NUL in what an agent reported. */
    private static final char REPLACEMENT = '\uFFFD';

    private final XmlMapper xml = XmlMapper.builder(new XmlFactory(new WstxInputFactory(), output()))
            .defaultUseWrapper(false)
            .enable(ToXmlGenerator.Feature.WRITE_XML_DECLARATION)
            .build();

    /** @param element the name of the root */
    public String write(String element, Object body) {
        try {
            return xml.writer().withRootName(element).writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Named, as a native image has no service files to look it up in. */
    private static WstxOutputFactory output() {
        var factory = new WstxOutputFactory();
        factory.setProperty(WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
                new InvalidCharHandler.ReplacingHandler(REPLACEMENT));
        return factory;
    }
}
