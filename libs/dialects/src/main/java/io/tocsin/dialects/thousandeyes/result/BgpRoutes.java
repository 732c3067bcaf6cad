package io.tocsin.dialects.thousandeyes.result;

import java.util.List;

import io.tocsin.model.result.Measurements;

/** ThousandEyes lists hops below each route of a BGP result; alert expressions ask for those of the active ones. */
final class BgpRoutes {

    private BgpRoutes() {}

    static Measurements withHops(Measurements result) {
        var hops = result.parts("routes")
                .stream()
                .filter(route -> route.flag("isActive").orElse(true))
                .flatMap(route -> route.parts("hops").stream())
                .toList();
        return hops.isEmpty() || !result.parts("bgpHops").isEmpty() ? result : with(result, hops);
    }

    private static Measurements with(Measurements result, List<Measurements> hops) {
        return result.with("bgpHops", hops);
    }
}
