package org.hamgraph.eval.reproduce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamgraph.eval.io.Json;
import tools.jackson.core.type.TypeReference;

/**
 * The results published with arXiv 2411.17511, from the authors' stored result files: 191 settings, each with four ways
 * of sampling and ten runs.
 *
 * @since 0.1
 */
public final class PublishedTable {
    private static final String FILE = "shnn-published-results.csv";
    private static final TypeReference<List<List<Double>>> LIMITS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> CONSTANTS = new TypeReference<>() {};

    private PublishedTable() {}

    /** Returns all cells in the order of the table. */
    public static List<PublishedCell> shnn() throws IOException {
        try (InputStream in = PublishedTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program must hold " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(PublishedTable::cell)
                    .toList();
        }
    }

    private static PublishedCell cell(String line) {
        List<String> f = fields(line);
        return new PublishedCell(
                f.get(0),
                Json.MAPPER.readValue(f.get(1), LIMITS),
                Json.MAPPER.readValue(f.get(2), LIMITS),
                Json.MAPPER.readValue(f.get(3), CONSTANTS),
                Integer.parseInt(f.get(4)),
                Integer.parseInt(f.get(5)),
                Integer.parseInt(f.get(6)),
                f.get(7),
                Integer.parseInt(f.get(8)),
                Double.parseDouble(f.get(9)),
                Double.parseDouble(f.get(10)),
                Double.parseDouble(f.get(13)));
    }

    /** Splits at commas outside quotes; doubled quotes inside quotes stand for one. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
