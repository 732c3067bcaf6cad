package io.tocsin.audit.export;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.chain.Chain;
import io.tocsin.audit.chain.ProvenLink;
import io.tocsin.audit.head.SignedHead;
import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.proof.export.ExportHeader;

/** The entries between two numbers, with what proves them, a page at a time: the next is read when the one before was taken. */
@ApplicationScoped
public class Export {

    private static final int LINKS = 100;
    private static final int ENTRIES = 1000;

    private final AuditTrail trail;
    private final Chain chain;

    Export(AuditTrail trail, Chain chain) {
        this.trail = trail;
        this.chain = chain;
    }

    /**
     * Lines, several to an item and without the last line break of it.
     *
     * @param from number of the first entry, from 1
     * @param to number of the last, at most what the head covers
     */
    public Multi<String> lines(SignedHead head, long from, long to) {
        var header = new ExportHeader(head.organization(), from, to, head.note()).toJson().toString();
        var next = new AtomicLong(from);
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(header), pages(head, next, to));
    }

    private Multi<String> pages(SignedHead head, AtomicLong next, long to) {
        return Multi.createBy()
                .repeating()
                .uni(() -> page(head, next, to))
                .whilst(page -> next.get() <= to)
                .filter(page -> !page.isEmpty());
    }

    private Uni<String> page(SignedHead head, AtomicLong next, long to) {
        var from = next.get();
        return from > to
                ? Uni.createFrom().item("")
                : chain.links(head.organization(), from, to, head.size(), LINKS)
                        .map(Export::fewEnough)
                        .chain(links -> page(head.organization(), links, from, to))
                        .invoke(page -> next.set(page.last() + 1))
                        .map(ExportPage::text);
    }

    /** As many commits as have a page of entries; a greater one alone. */
    private static List<ProvenLink> fewEnough(List<ProvenLink> links) {
        var entries = 0L;
        for (var count = 0; count < links.size(); count++) {
            entries += links.get(count).link().entries();
            if (entries > ENTRIES && count > 0) {
                return links.subList(0, count);
            }
        }
        return links;
    }

    private Uni<ExportPage> page(String organization, List<ProvenLink> links, long from, long to) {
        var last = links.get(links.size() - 1).link();
        return trail.entries(organization, links.get(0).link().firstEntry(), last.lastEntry())
                .map(entries -> new ExportPage(links, entries, from, Math.min(to, last.lastEntry())));
    }
}
