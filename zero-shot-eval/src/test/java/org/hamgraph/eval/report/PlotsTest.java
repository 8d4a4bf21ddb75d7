package org.hamgraph.eval.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotsTest {
    @BeforeAll
    static void needsFonts() {
        Fonts.assumePresent();
    }

    @TempDir
    private Path folder;

    /** Every plot of one learned and, where there is one, one exact series with the same points. */
    private enum Plot {
        ERROR_AGAINST_SIZE((file, s) -> Plots.errorAgainstSize(file, "title", List.of(s))),
        SCALING((file, s) -> Plots.scaling(file, "title", List.of(s))),
        ENERGY_OVER_TIME((file, s) -> Plots.energyOverTime(file, "title", List.of(s), List.of(s))),
        EDGE_FORCE((file, s) -> Plots.edgeForce(file, "title", s, s, 1.5, 2.5)),
        EDGE_FORCE_ERROR((file, s) -> Plots.edgeForceError(file, "title", s, 1.5, 2.5)),
        TRAJECTORY((file, s) -> Plots.trajectory(file, "title", List.of(s), List.of(s))),
        POSITION_OVER_TIME((file, s) -> Plots.positionOverTime(file, "title", List.of(s), List.of(s))),
        ERROR_AGAINST_WIDTH((file, s) -> Plots.errorAgainstWidth(file, "title", List.of(s), List.of(s))),
        ERROR_OVER_TIME((file, s) -> Plots.errorOverTime(file, "title", List.of(s)));

        private final Drawing drawing;

        Plot(Drawing drawing) {
            this.drawing = drawing;
        }

        private interface Drawing {
            void draw(Path file, Series series) throws IOException;
        }
    }

    private static Series series(double... y) {
        return Series.of(
                "series", IntStream.rangeClosed(1, y.length).asDoubleStream().toArray(), y);
    }

    private byte[] bytes(Plot plot, Series series) throws IOException {
        Path file = folder.resolve("plot.png");
        plot.drawing.draw(file, series);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlotIsAPngOf1200By800Pixels(Plot plot) throws IOException {
        byte[] bytes = bytes(plot, series(1, 3, 2));
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, Arrays.copyOf(bytes, 8));

        BufferedImage image = ImageIO.read(folder.resolve("plot.png").toFile());
        assertEquals(1200, image.getWidth());
        assertEquals(800, image.getHeight());
        assertEquals(List.of("plot.png"), List.of(folder.toFile().list()));
    }

    @ParameterizedTest
    @EnumSource
    void theSameDataGiveTheSameBytesAndOtherDataDoNot(Plot plot) throws IOException {
        byte[] first = bytes(plot, series(1, 3, 2));
        assertArrayEquals(first, bytes(plot, series(1, 3, 2)));
        assertFalse(Arrays.equals(first, bytes(plot, series(1, 3, 2.1))));
    }

    @ParameterizedTest
    @EnumSource
    void aSinglePointShows(Plot plot) throws IOException {
        bytes(plot, series(1.5));
        BufferedImage image = ImageIO.read(folder.resolve("plot.png").toFile());
        int coloured = 0;
        for (int y = 85; y < 650; y++) {
            for (int x = 160; x < 1170; x++) {
                int rgb = image.getRGB(x, y);
                coloured += Math.abs((rgb >> 16 & 255) - (rgb & 255)) > 100 ? 1 : 0;
            }
        }
        int pixels = coloured;
        assertTrue(pixels >= 10 && pixels < 400, () -> plot + " has " + pixels + " coloured pixels in its frame");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-320, 1e-200, 1e-13, 1, 1e13, 1e308})
    void valuesOfAnySizeAreDrawn(double size) throws IOException {
        for (Plot plot : Plot.values()) {
            bytes(plot, series(size, 0.7 * size, 0.9 * size));
            bytes(plot, series(size, size));
            bytes(plot, series(size, size * (1 + 1e-14)));
        }
    }

    @Test
    void zerosAreDrawnAsErrorsButNotAsCosts() throws IOException {
        bytes(Plot.ERROR_AGAINST_SIZE, series(0, 0));
        bytes(Plot.EDGE_FORCE_ERROR, series(0, 1e-15, 0));
        assertRefused(
                "nanoseconds of series must be positive and finite, found 0.0",
                () -> bytes(Plot.SCALING, series(1, 0)));
    }

    @Test
    void aZeroErrorLooksUnlikeOneAtTheFloor() throws IOException {
        assertFalse(Arrays.equals(
                bytes(Plot.ERROR_AGAINST_SIZE, series(1e-3, 0)), bytes(Plot.ERROR_AGAINST_SIZE, series(1e-3, 1e-17))));
        assertFalse(Arrays.equals(
                bytes(Plot.EDGE_FORCE_ERROR, series(1e-3, 0)), bytes(Plot.EDGE_FORCE_ERROR, series(1e-3, 1e-17))));
    }

    @Test
    void learnedRunsAreDrawnAsWellAsTheExactOne() throws IOException {
        Series truth = series(1, 3, 2);
        Path file = folder.resolve("plot.png");
        byte[] same = bytes(Plot.ENERGY_OVER_TIME, truth);
        Plots.energyOverTime(file, "title", List.of(truth), List.of(series(1, 3, 1.9)));
        byte[] other = Files.readAllBytes(file);
        assertFalse(Arrays.equals(same, other));
        Plots.energyOverTime(file, "title", List.of(truth), List.of(series(1, 3, 1.9), truth));
        assertFalse(Arrays.equals(other, Files.readAllBytes(file)));
    }

    @Test
    void emptyListsAreRefused() {
        Path file = folder.resolve("plot.png");
        List<Series> some = List.of(series(1, 2));
        List<Series> none = List.of();
        assertRefused(atLeastOne("errors"), () -> Plots.errorAgainstSize(file, "title", none));
        assertRefused(atLeastOne("nanosecondsPerNodeStep"), () -> Plots.scaling(file, "title", none));
        assertRefused(atLeastOne("learned"), () -> Plots.energyOverTime(file, "title", some, none));
        assertRefused(atLeastOne("learned"), () -> Plots.trajectory(file, "title", some, none));
        assertRefused(atLeastOne("learned"), () -> Plots.positionOverTime(file, "title", some, none));
        assertFalse(Files.exists(file));
    }

    private static String atLeastOne(String list) {
        return "number of series in " + list + " must be at least 1, found 0";
    }

    @Test
    void valuesWithoutALogarithmAreRefused() {
        Path file = folder.resolve("plot.png");
        Series negative = series(1e-3, -1e-3);
        Series sizeZero = Series.of("force", new double[] {0}, new double[] {1});
        String error = "error of series must be zero or positive and finite, found -0.001";
        assertRefused(error, () -> Plots.errorAgainstSize(file, "title", List.of(negative)));
        assertRefused(error, () -> Plots.edgeForceError(file, "title", negative, 1, 2));
        String size = "number of bodies of force must be positive and finite, found 0.0";
        assertRefused(size, () -> Plots.errorAgainstSize(file, "title", List.of(sizeZero)));
        assertRefused(size, () -> Plots.scaling(file, "title", List.of(sizeZero)));
    }

    @Test
    void aTrainingRangeRunsUpwards() throws IOException {
        Path file = folder.resolve("plot.png");
        Series force = series(1, 2);
        assertRefused(
                "high must not be below low = 2.0, found 1.0",
                () -> Plots.edgeForce(file, "title", force, force, 2, 1));
        assertRefused("low must be finite, found NaN", () -> Plots.edgeForceError(file, "title", force, Double.NaN, 1));
        Plots.edgeForce(file, "title", force, force, 1.5, 1.5);
        assertTrue(Files.exists(file));
    }

    @Test
    void textTooLongForThePictureIsDrawnSmaller() throws IOException {
        Path file = folder.resolve("plot.png");
        String text = "long ".repeat(60);
        Series series = Series.of(text, new double[] {1, 2}, new double[] {1, 2});
        Plots.scaling(file, text, List.of(series, series));
        BufferedImage image = ImageIO.read(file.toFile());
        for (int y = 0; y < 800; y++) {
            assertEquals(0xFFFFFFFF, image.getRGB(4, y), "row " + y + " at the left edge");
            assertEquals(0xFFFFFFFF, image.getRGB(1195, y), "row " + y + " at the right edge");
        }
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
