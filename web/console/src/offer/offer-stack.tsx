import { Paper, Text, VisuallyHidden } from "@mantine/core";
import { useEffect } from "react";
import { hasBell, takeBell } from "../ui/bell";
import { showNotice } from "../ui/notice";
import { play } from "../ui/sound";
import { useTitleMark } from "../ui/title";
import { OfferCard } from "./offer-card";
import type { OffersToMe } from "./use-offers";
import classes from "./offer.module.css";

/** How often it rings again while nobody answers. */
const AGAIN = 4_000;

/** Cards at once: more would hide the page, and the others move up as these are answered. */
const SHOWN = 2;

/** Stands above what is on any page, and over every dialog; takes no focus, and is told to those who cannot see it. */
export function OfferStack({ offers, accept, decline, busyWith }: OffersToMe) {
  const first = offers[0];
  const more = offers.length - SHOWN;
  useTitleMark("offer", first ? "customer for you" : undefined);
  useEffect(takeBell, []);
  useRinging(first?.sessionId);
  return (
    <section className={classes.stack} aria-label="Offers">
      <VisuallyHidden role="alert">{first && "A customer is offered to you. Press a to accept."}</VisuallyHidden>
      {offers.slice(0, SHOWN).map((offer) => (
        <OfferCard
          key={offer.sessionId}
          offer={offer}
          first={offer === first}
          onAccept={() => accept(offer)}
          onDecline={() => decline(offer)}
          busy={busyWith === offer.sessionId}
        />
      ))}
      {more > 0 && (
        <Paper shadow="md" withBorder className={classes.more}>
          <Text size="sm" fw={600}>
            and {more} more {more === 1 ? "customer" : "customers"} for you
          </Text>
        </Paper>
      )}
    </section>
  );
}

function useRinging(sessionId: string | undefined): void {
  useEffect(() => {
    if (!sessionId) return;
    const ring = () => {
      if (hasBell()) play("offer");
    };
    ring();
    const again = setInterval(ring, AGAIN);
    const takeBack = showNotice({
      title: "A customer for you",
      body: "Somebody asks for help. Open the console to answer.",
      tag: `offer-${sessionId}`,
      onOpen: () => undefined, // the card is on every page
    });
    return () => {
      clearInterval(again);
      takeBack();
    };
  }, [sessionId]);
}
