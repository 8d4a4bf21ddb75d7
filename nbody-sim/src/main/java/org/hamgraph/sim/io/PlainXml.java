package org.hamgraph.sim.io;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.hamgraph.support.FileFormatException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Refuses XML that defines entities before another parser sees it: those may name files and addresses to be read, and
 * grow without bound.
 */
final class PlainXml {
    private PlainXml() {}

    /** Returns the text of a file. It is decoded before it is parsed: a parser may read on behind broken characters. */
    static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // The default handler throws what is fatal and prints nothing.
            factory.newSAXParser().parse(new InputSource(new StringReader(text)), new DefaultHandler());
            return text;
        } catch (SAXException | CharacterCodingException e) {
            throw fault(file, e, e);
        } catch (FileSystemException e) {
            throw e; // names the file
        } catch (IOException e) {
            throw new IOException(file + ": a file must be readable, found: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser must be able to refuse DOCTYPE, found: " + e, e);
        }
    }

    /** Returns what a parser found, with the line if it knows it. */
    static FileFormatException fault(Path file, Throwable found, Exception cause) {
        String text = found.getMessage() == null
                ? "nothing"
                : found.getMessage().lines().findFirst().orElse("nothing");
        String rule = "the content must be GraphML, found: " + text;
        FileFormatException fault = found instanceof SAXParseException parsed && parsed.getLineNumber() > 0
                ? new FileFormatException(file, parsed.getLineNumber(), "", rule)
                : new FileFormatException(file, rule);
        fault.initCause(cause);
        return fault;
    }
}
