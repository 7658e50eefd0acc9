import type { DeskMember } from "./model";
import { presence } from "./availability";

/** Decoration: the word stands beside it. */
export function PresenceDot({
  member,
  size = 9,
}: {
  member: Pick<DeskMember, "availability" | "connected">;
  size?: number;
}) {
  const { color } = presence(member);
  return (
    <span
      aria-hidden="true"
      style={{
        flex: "none",
        width: size,
        height: size,
        borderRadius: "50%",
        background: color === "gray" ? "transparent" : `var(--mantine-color-${color}-6)`,
        border: color === "gray" ? "2px solid var(--mantine-color-gray-5)" : undefined,
      }}
    />
  );
}
