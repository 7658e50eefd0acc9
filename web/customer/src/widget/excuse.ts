import { Refused } from "@remote-support/sdk/host";
import * as de from "@remote-support/sdk/words/de";
import * as en from "@remote-support/sdk/words/en";
import { inPageLanguage } from "@remote-support/sdk/words/language";

const say = inPageLanguage({ en: en.excuses, de: de.excuses });

/** What went wrong, in words for the customer; what the server says where we have none for it. */
export function excuse(problem: unknown): string {
  if (problem instanceof Refused) return refusal(problem.code, problem.message);
  return navigator.onLine ? say.failed : say.offline;
}

export function refusal(code: string, detail: string): string {
  return say.problems[code] ?? (detail || say.failed);
}
