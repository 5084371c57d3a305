import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Judges documents by AWS's schemas with the parser that Amazon MQ's answers come from. Arguments: version=file.
 * Input, for each document: its version (writeUTF of Java), its length (four bytes), its bytes. Output, for each: a
 * line with ok, or with the first error.
 */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        Map<String, Validator> validators = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            validators.put(pair[0], factory.newSchema(new File(pair[1])).newValidator());
        }
        DataInputStream in = new DataInputStream(System.in);
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        while (true) {
            String version;
            try {
                version = in.readUTF();
            } catch (java.io.EOFException end) {
                break;
            }
            byte[] document = in.readNBytes(in.readInt());
            out.println(verdict(validators.get(version), document).replaceAll("[\\r\\n]+", " "));
            if (in.available() == 0) {
                out.flush();
            }
        }
        out.flush();
    }

    private static String verdict(Validator validator, byte[] document) {
        validator.reset();
        validator.setErrorHandler(new FirstError());
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
            return "ok";
        } catch (Exception error) {
            return String.valueOf(error.getMessage());
        }
    }

    private static class FirstError implements ErrorHandler {
        public void warning(SAXParseException warning) {
        }

        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
