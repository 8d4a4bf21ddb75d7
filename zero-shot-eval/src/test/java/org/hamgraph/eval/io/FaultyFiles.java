package org.hamgraph.eval.io;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.ProviderMismatchException;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files of the default file system behind a layer that counts every call and goes wrong at one of them: the call is
 * refused, all calls from there on are, or the machine stops. After a stop, {@link #losePower} takes away what was not
 * forced to the disk.
 *
 * <p>A call that fails writes half of its bytes before. Names, renames and removals reach the disk at once: that is the
 * worst that can happen to a file whose content was not forced before it was renamed.
 */
public final class FaultyFiles implements AutoCloseable {
    /** What happens at the chosen call. */
    public enum Fault {
        /** This call is refused. */
        REFUSED,
        /** This call and all later ones are refused. */
        REFUSED_FROM_THEN_ON,
        /** The machine stops: this call and all later ones do nothing. */
        STOPPED
    }

    /** The machine stopped. */
    public static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the machine stopped", null, false, false);
        }
    }

    /** What a file holds after the power was lost. */
    private static final class OnDisk {
        private byte[] content;

        OnDisk(byte[] content) {
            this.content = content;
        }
    }

    private static final FileSystem REAL = FileSystems.getDefault();

    private final Layer layer = new Layer();
    private final System system = new System();
    private final Map<Path, OnDisk> disk = new HashMap<>();
    private final boolean shortWrites;
    private final int chosen;
    private final Fault fault;
    private final List<String> calls = new ArrayList<>();
    private final List<FileChannel> opened = new ArrayList<>();

    private FaultyFiles(int chosen, Fault fault, boolean shortWrites) {
        this.chosen = chosen;
        this.fault = fault;
        this.shortWrites = shortWrites;
    }

    /** Returns a layer that goes wrong at a call, counted from 1. */
    public static FaultyFiles at(int call, Fault fault) {
        return new FaultyFiles(call, fault, false);
    }

    /** Returns a layer in which nothing fails. */
    public static FaultyFiles sound() {
        return new FaultyFiles(Integer.MAX_VALUE, Fault.REFUSED, false);
    }

    /** Returns a layer in which nothing fails, but a write takes only half of the bytes, at least one. */
    public static FaultyFiles withShortWrites() {
        return new FaultyFiles(Integer.MAX_VALUE, Fault.REFUSED, true);
    }

    /** Returns a file of the default file system as this layer shows it. */
    public Path of(Path real) {
        return new Name(real.toAbsolutePath());
    }

    /** Returns whether the chosen call was reached. */
    public boolean struck() {
        return calls.size() >= chosen;
    }

    /** Returns what was called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Ends the program that used this layer: its channels and locks are gone. */
    @Override
    public void close() throws IOException {
        for (FileChannel channel : opened) {
            channel.close();
        }
    }

    /** Ends the program and takes away what it wrote through this layer and did not force to the disk. */
    public void losePower() throws IOException {
        close();
        for (Map.Entry<Path, OnDisk> file : disk.entrySet()) {
            Files.write(file.getKey(), file.getValue().content);
        }
    }

    private boolean stopped() {
        return fault == Fault.STOPPED && struck();
    }

    private void call(String what, Path file) throws IOException {
        if (stopped()) {
            throw new Stopped();
        }
        calls.add(what + " " + file.getFileName());
        if (stopped()) {
            throw new Stopped();
        }
        if (calls.size() == chosen || struck() && fault == Fault.REFUSED_FROM_THEN_ON) {
            // Like a full disk, it does not say which file it was.
            throw new IOException("injected fault");
        }
    }

    private static Path real(Path path) {
        if (path instanceof Name name) {
            return name.real;
        }
        throw new ProviderMismatchException("a path must be of this layer, found " + path);
    }

    private Path wrapped(Path real) {
        return real == null ? null : new Name(real);
    }

    /** A path of the layer. */
    private final class Name implements Path {
        private final Path real;

        Name(Path real) {
            this.real = real;
        }

        @Override
        public FileSystem getFileSystem() {
            return system;
        }

        @Override
        public boolean isAbsolute() {
            return real.isAbsolute();
        }

        @Override
        public Path getRoot() {
            return wrapped(real.getRoot());
        }

        @Override
        public Path getFileName() {
            return wrapped(real.getFileName());
        }

        @Override
        public Path getParent() {
            return wrapped(real.getParent());
        }

        @Override
        public int getNameCount() {
            return real.getNameCount();
        }

        @Override
        public Path getName(int index) {
            return wrapped(real.getName(index));
        }

        @Override
        public Path subpath(int from, int to) {
            return wrapped(real.subpath(from, to));
        }

        @Override
        public boolean startsWith(Path other) {
            return other instanceof Name name && real.startsWith(name.real);
        }

        @Override
        public boolean endsWith(Path other) {
            return other instanceof Name name && real.endsWith(name.real);
        }

        @Override
        public Path normalize() {
            return wrapped(real.normalize());
        }

        @Override
        public Path resolve(Path other) {
            return wrapped(real.resolve(real(other)));
        }

        @Override
        public Path relativize(Path other) {
            return wrapped(real.relativize(real(other)));
        }

        @Override
        public URI toUri() {
            return real.toUri();
        }

        @Override
        public Path toAbsolutePath() {
            return wrapped(real.toAbsolutePath());
        }

        @Override
        public Path toRealPath(LinkOption... options) throws IOException {
            return wrapped(real.toRealPath(options));
        }

        @Override
        public File toFile() {
            return real.toFile();
        }

        @Override
        public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int compareTo(Path other) {
            return real.compareTo(real(other));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && real.equals(name.real);
        }

        @Override
        public int hashCode() {
            return real.hashCode();
        }

        @Override
        public String toString() {
            return real.toString();
        }
    }

    /** The file system of the layer's paths. */
    private final class System extends FileSystem {
        @Override
        public FileSystemProvider provider() {
            return layer;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return REAL.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return REAL.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return wrapped(REAL.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            throw new UnsupportedOperationException();
        }

        @Override
        public WatchService newWatchService() {
            throw new UnsupportedOperationException();
        }
    }

    /** Counts calls and passes them on. */
    private final class Layer extends FileSystemProvider {
        private final FileSystemProvider to = REAL.provider();

        @Override
        public String getScheme() {
            return "faulty";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            call("open", path);
            Path file = real(path);
            boolean there = Files.exists(file);
            byte[] before = there ? Files.readAllBytes(file) : new byte[0];
            FileChannel channel = to.newFileChannel(file, options, attributes);
            opened.add(channel);
            if (!options.contains(StandardOpenOption.WRITE) && !options.contains(StandardOpenOption.APPEND)) {
                return new Channel(channel, file, new OnDisk(before));
            }
            return new Channel(channel, file, disk.computeIfAbsent(file, absent -> new OnDisk(before)));
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            return newFileChannel(path, options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            call("list", folder);
            List<Path> names = new ArrayList<>();
            try (DirectoryStream<Path> all = to.newDirectoryStream(real(folder), any -> true)) {
                for (Path real : all) {
                    if (filter.accept(wrapped(real))) {
                        names.add(wrapped(real));
                    }
                }
            }
            return new DirectoryStream<>() {
                @Override
                public Iterator<Path> iterator() {
                    return names.iterator();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
            call("make folder", folder);
            to.createDirectory(real(folder), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            call("delete", path);
            to.delete(real(path));
            disk.remove(real(path));
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            call("rename", source);
            to.move(real(source), real(target), options);
            disk.remove(real(target));
            OnDisk moved = disk.remove(real(source));
            if (moved != null) {
                disk.put(real(target), moved);
            }
        }

        @Override
        public boolean isSameFile(Path one, Path other) throws IOException {
            return to.isSameFile(real(one), real(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return to.isHidden(real(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return to.getFileStore(real(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            call("look at", path);
            to.checkAccess(real(path), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
            return to.getFileAttributeView(real(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            call("look at", path);
            return to.readAttributes(real(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
            call("look at", path);
            return to.readAttributes(real(path), names, options);
        }

        @Override
        public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
            call("mark", path);
            to.setAttribute(real(path), name, value, options);
        }
    }

    /** A channel of the layer. */
    private final class Channel extends FileChannel {
        private final FileChannel to;
        private final Path file;
        private final OnDisk onDisk;

        Channel(FileChannel to, Path file, OnDisk onDisk) {
            this.to = to;
            this.file = file;
            this.onDisk = onDisk;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            call("read", file);
            return to.read(bytes);
        }

        @Override
        public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
            call("read", file);
            return to.read(bytes, offset, length);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            call("read", file);
            return to.read(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int limit = bytes.limit();
            int half = bytes.position() + Math.max(1, bytes.remaining() / 2);
            boolean gone = stopped();
            try {
                call("write", file);
                bytes.limit(shortWrites && half < limit ? half : limit);
                return to.write(bytes);
            } catch (IOException | Stopped e) {
                if (!gone && bytes.hasRemaining()) {
                    to.write(bytes.duplicate().limit(Math.min(half, limit)));
                }
                throw e;
            } finally {
                bytes.limit(limit);
            }
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
            return write(bytes[offset]);
        }

        @Override
        public int write(ByteBuffer bytes, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() throws IOException {
            return to.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            call("go to", file);
            to.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            call("measure", file);
            return to.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            call("cut", file);
            to.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metadata) throws IOException {
            call("force", file);
            // The disk of this layer is in memory: nothing need wait for the real one.
            onDisk.content = Files.readAllBytes(file);
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            call("lock", file);
            return to.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            call("lock", file);
            return to.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            to.close();
            if (!stopped()) {
                call("close", file);
            }
        }
    }
}
