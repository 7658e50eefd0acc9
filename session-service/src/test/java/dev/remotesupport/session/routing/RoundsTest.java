package dev.remotesupport.session.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final UUID shop = UUID.randomUUID();
    private final List<UUID> begun = new ArrayList<>();
    private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();
    private final Rounds rounds = new Rounds("test", organisation -> {
        begun.add(organisation);
        return Uni.createFrom().emitter(underWay::add);
    });

    @Test
    void whatIsAskedForDuringRoundIsDoneByOneThatFollows() {
        rounds.ask(shop);
        rounds.ask(shop);
        rounds.ask(shop);
        assertThat(begun).hasSize(1);

        underWay.get(0).complete(null);
        assertThat(begun).hasSize(2);

        underWay.get(1).complete(null);
        assertThat(begun).hasSize(2);
    }

    @Test
    void organisationsDoNotWaitForEachOther() {
        var office = UUID.randomUUID();

        rounds.ask(shop);
        rounds.ask(office);

        assertThat(begun).containsExactly(shop, office);
    }

    @Test
    void roundThatFailsEndsAsAnyOther() {
        rounds.ask(shop);
        rounds.ask(shop);

        underWay.get(0).fail(new IllegalStateException("away"));
        underWay.get(1).fail(new IllegalStateException("away"));
        rounds.ask(shop);

        assertThat(begun).hasSize(3);
    }
}
