import { NoPicture } from "@remote-support/media";
import { say, type Trouble } from "./words";

const BY_NAME: Record<string, Trouble> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "in-use",
  AbortError: "in-use",
  TypeError: "not-possible",
};

const BY_REASON: Record<string, Trouble> = { "no-camera": "missing", unplugged: "missing" };

/** Why a device did not open, and what helps. */
export function troubleOf(problem: unknown, device: "microphone" | "camera"): { title: string; help: string } {
  const trouble =
    problem instanceof NoPicture
      ? (BY_REASON[problem.reason] ?? (problem.reason as Trouble))
      : (BY_NAME[(problem as DOMException).name] ?? "failed");
  return say.problems[trouble === "denied" && !isAllowedByPolicy(device) ? "policy" : trouble];
}

/** Chromium tells; where a browser does not, it is its owner who said no. */
function isAllowedByPolicy(device: string): boolean {
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
  return featurePolicy?.allowsFeature(device) ?? true;
}
