package io.tocsin.events.stream;

import java.util.List;

import io.vertx.core.buffer.Buffer;

/** What all listeners with the same search in the same scope hear at once. The bytes are shared. */
final class News {

    private final List<Frame> frames;
    private Buffer joined;

    /** @param frames in order, at least one */
    News(List<Frame> frames) {
        this.frames = frames;
    }

    List<Frame> frames() {
        return frames;
    }

    Position first() {
        return frames.get(0).position();
    }

    Position last() {
        return frames.get(frames.size() - 1).position();
    }

    Buffer joined() {
        if (joined == null) {
            joined = frames.size() == 1 ? frames.get(0).bytes() : join();
        }
        return joined;
    }

    private Buffer join() {
        var all = Buffer.buffer(frames.stream().mapToInt(frame -> frame.bytes().length()).sum());
        frames.forEach(frame -> all.appendBuffer(frame.bytes()));
        return all;
    }
}
