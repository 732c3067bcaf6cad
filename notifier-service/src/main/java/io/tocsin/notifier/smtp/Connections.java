package io.tocsin.notifier.smtp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Open connections which wait for their next mail, the last used on top. */
final class Connections {

    private final Deque<Conversation> waiting = new ArrayDeque<>();
    private final long idleNanos;
    private final int mailsPerConnection;

    Connections(Duration idle, int mailsPerConnection) {
        this.idleNanos = idle.toNanos();
        this.mailsPerConnection = mailsPerConnection;
    }

    /** Null when none waits. */
    synchronized Conversation take() {
        return waiting.pollFirst();
    }

    void giveBack(Conversation conversation) {
        if (!conversation.isReusable() || conversation.mails() >= mailsPerConnection) {
            conversation.hangUp();
            return;
        }
        conversation.usedAt(System.nanoTime());
        synchronized (this) {
            waiting.addFirst(conversation);
        }
    }

    void closeIdle() {
        leave(System.nanoTime() - idleNanos).forEach(Conversation::hangUp);
    }

    void closeAll() {
        leave(System.nanoTime()).forEach(Conversation::hangUp);
    }

    private synchronized List<Conversation> leave(long lastUsedBefore) {
        var leaving = new ArrayList<Conversation>();
        while (!waiting.isEmpty() && waiting.peekLast().lastUsed() - lastUsedBefore <= 0) {
            leaving.add(waiting.pollLast());
        }
        return leaving;
    }
}
