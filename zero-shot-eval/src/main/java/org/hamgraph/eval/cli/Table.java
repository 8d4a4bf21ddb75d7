package org.hamgraph.eval.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Prints a result for people: one line per member, and a table for a list of rows. */
final class Table {
    private Table() {}

    static void print(JsonNode result, PrintWriter out) {
        int width =
                result.propertyNames().stream().mapToInt(String::length).max().orElse(0);
        for (String name : result.propertyNames()) {
            JsonNode value = result.get(name);
            if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
                rows(name, value, out);
            } else if (value.isObject()) {
                out.println(name);
                for (String inner : value.propertyNames()) {
                    out.println("  " + inner + "  " + cell(value.get(inner)));
                }
            } else {
                out.println(name + " ".repeat(width - name.length() + 2) + cell(value));
            }
        }
    }

    private static void rows(String name, JsonNode rows, PrintWriter out) {
        List<String> header = new ArrayList<>(rows.get(0).propertyNames());
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        for (JsonNode row : rows) {
            lines.add(header.stream().map(column -> cell(row.get(column))).toList());
        }
        out.println(name);
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < header.size(); c++) {
                int column = c;
                int width = lines.stream()
                        .mapToInt(l -> l.get(column).length())
                        .max()
                        .orElse(0);
                text.append("  ")
                        .append(" ".repeat(width - line.get(c).length()))
                        .append(line.get(c));
            }
            out.println(text);
        }
    }

    private static String cell(JsonNode value) {
        if (value == null || value.isNull()) {
            return "–";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(cell(item)));
            return items.isEmpty() ? "none" : String.join("; ", items);
        }
        if (value.isDouble()) {
            double number = value.doubleValue();
            return number == 0 ? "0" : String.format(Locale.ROOT, "%.4g", number);
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
