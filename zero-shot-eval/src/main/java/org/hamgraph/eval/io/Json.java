package org.hamgraph.eval.io;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results as JSON: stable order, line feeds, and null where a number is infinite or not a number, which JSON cannot
 * say.
 *
 * @since 0.1
 */
public final class Json {
    /** Reads and writes results. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private Json() {}

    /**
     * Returns a value as a tree of plain JSON.
     *
     * @param value record, list or map
     */
    public static JsonNode tree(Object value) {
        return finite(MAPPER.valueToTree(value));
    }

    /**
     * Returns a value as text, ending with a line feed.
     *
     * @param value record, list, map or tree
     */
    public static String text(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(value)) + "\n";
    }

    private static JsonNode finite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream().toList().forEach(name -> object.set(name, finite(object.get(name))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, finite(array.get(i)));
            }
        } else if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            return NullNode.getInstance();
        }
        return node;
    }
}
