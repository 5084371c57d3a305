package io.github.cdktfamazonmq.defaults;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.activemq.command.ActiveMQDestination;

/**
 * Says which value each attribute of ActiveMQ's configuration has where it is left out: makes an instance of the class
 * behind an element, sets nothing, and reads the property behind the attribute.
 *
 * <p>Arguments: a file with lines "element attribute", and the file to write, with lines "element attribute value".
 * ActiveMQ's own mapping of element names to classes, and of attribute names to properties, is that of its Spring
 * schema. A property that is null or empty, or that is no text, number, switch or choice, has no line.
 */
public final class ReadDefaults {
  private static final String MAPPING = "META-INF/services/org/apache/xbean/spring/http/activemq.apache.org/schema/core";

  private final Properties mapping = new Properties();

  private ReadDefaults() throws IOException {
    try (InputStream stream = ReadDefaults.class.getClassLoader().getResourceAsStream(MAPPING)) {
      mapping.load(stream);
    }
  }

  public static void main(String[] arguments) throws IOException, ReflectiveOperationException, IntrospectionException {
    ReadDefaults reader = new ReadDefaults();
    TreeSet<String> lines = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] names = line.split(" ");
      reader.read(names[0], names[1]).ifPresent(value -> lines.add(line + " " + value));
    }
    Files.write(Path.of(arguments[1]), lines);
  }

  private Optional<String> read(String element, String attribute)
      throws ReflectiveOperationException, IntrospectionException {
    String name = mapping.getProperty(element);
    if (name == null) return Optional.empty();
    Class<?> type = Class.forName(name);
    String property = mapping.getProperty(element + ".alias." + attribute, attribute);
    Optional<String> text = text(value(type.getConstructor().newInstance(), property));
    // A value that each instance makes for itself, such as a name from its hash code, is no default.
    return text.equals(text(value(type.getConstructor().newInstance(), property))) ? text : Optional.empty();
  }

  /** What an attribute would have to say to set a value: nothing where no attribute can. */
  private static Optional<String> text(Object value) {
    if (value instanceof Enum<?> choice) return Optional.of(choice.name());
    boolean isPlain = value instanceof String || value instanceof Number || value instanceof Boolean;
    if (!isPlain && !(value instanceof ActiveMQDestination)) return Optional.empty();
    return Optional.of(value.toString()).filter(text -> !text.isEmpty());
  }

  private static Object value(Object instance, String property)
      throws ReflectiveOperationException, IntrospectionException {
    for (PropertyDescriptor found : Introspector.getBeanInfo(instance.getClass()).getPropertyDescriptors()) {
      boolean isNamed = found.getName().equalsIgnoreCase(property);
      if (isNamed && found.getReadMethod() != null) return found.getReadMethod().invoke(instance);
    }
    for (Class<?> type = instance.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equalsIgnoreCase(property) && field.trySetAccessible()) return field.get(instance);
      }
    }
    return null;
  }
}
