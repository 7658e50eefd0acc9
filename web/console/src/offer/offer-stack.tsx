import { Paper, Text, VisuallyHidden } from "@mantine/core";
import { useEffect } from "react";
import { takeBell } from "../ui/bell";
import { useTitleMark } from "../ui/title";
import { OfferCard } from "./offer-card";
import { useSession } from "../sessions/queries";
import type { OffersToMe } from "./use-offers";
import { useRinging } from "./use-ringing";
import classes from "./offer.module.css";

/** Cards at once: more would hide the page, and the others move up as these are answered. */
const SHOWN = 2;

/** Stands above what is on any page, and over every dialog; takes no focus, and is told to those who cannot see it. */
export function OfferStack({ offers, accept, decline, busyWith }: OffersToMe) {
  const first = offers[0];
  const more = offers.length - SHOWN;
  useTitleMark("offer", first ? "customer for you" : undefined);
  useEffect(takeBell, []);
  return (
    <section className={classes.stack} aria-label="Offers">
      {first && <Rings key={first.sessionId} sessionId={first.sessionId} />}
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

/** As a telephone, where it is a call. */
function Rings({ sessionId }: { sessionId: string }) {
  const { data: session, isError } = useSession(sessionId);
  const calls = session?.channels.includes("call") ?? false;
  useRinging(session || isError ? sessionId : undefined, {
    sound: calls ? "call" : "offer",
    title: calls ? `${session?.customerName ?? "A customer"} is calling` : "A customer for you",
    body: calls ? "Open the console to answer." : "Somebody asks for help. Open the console to answer.",
    tag: `offer-${sessionId}`,
    onOpen: () => undefined, // the card is on every page
  });
  return null;
}
