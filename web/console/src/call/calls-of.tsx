import type { Session } from "../api/model";
import { Fact, Section } from "../ui/facts";
import { timeOfDay } from "../ui/time";
import { isOver, type Call } from "./model";
import { useCallsOf } from "./queries";
import { clock, qualityWords } from "./words";

/** The calls of a session that are over: how long each took, and how it sounded. */
export function CallsOf({ session }: { session: Session }) {
  const over = useCallsOf(session).data?.filter(({ state }) => isOver(state));
  if (!over?.length) return null;
  return (
    <Section title="Calls">
      {over.map((call) => (
        <Fact key={call.id} name={timeOfDay(call.requestedAt)}>
          <span data-testid="kept-call">{keptWords(call)}</span>
        </Fact>
      ))}
    </Section>
  );
}

function keptWords({ state, answeredAt, durationSeconds, quality }: Call): string {
  if (!answeredAt) return state === "declined" ? "Declined" : "Not answered";
  const sound = quality && `${qualityWords(quality.score).toLowerCase()} sound, ${quality.score.toFixed(1)} of 5`;
  return [clock(durationSeconds), sound].filter(Boolean).join(" · ");
}
