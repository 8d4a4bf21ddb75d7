package org.hamgraph.eval.report;

import java.util.List;
import java.util.stream.Collectors;
import org.hamgraph.eval.io.Json;
import tools.jackson.databind.JsonNode;

/** Rows of equal records as comma-separated values, with a header of their component names. */
final class Csv {
    private Csv() {}

    static String text(List<?> rows) {
        StringBuilder text = new StringBuilder();
        for (Object row : rows) {
            JsonNode node = Json.tree(row);
            if (text.length() == 0) {
                text.append(String.join(",", node.propertyNames())).append('\n');
            }
            text.append(node.values().stream().map(Csv::cell).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        String plain = value.isString() ? value.stringValue() : value.toString();
        return plain.matches("[^\",\\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
