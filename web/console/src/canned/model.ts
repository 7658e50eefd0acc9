export interface CannedAnswer {
  id: string;
  /** What is typed after the slash. */
  code: string;
  text: string;
  /** Only for this team, or for everybody. */
  teamId?: string | null;
}

/** What stands in an answer and is filled in when it is used. */
export const VARIABLES = ["customer.name", "staff.name", "session.number"] as const;
export type Variables = Record<(typeof VARIABLES)[number], string>;

/** What the platform calls a visitor who has said no name; nobody is greeted so. */
const NAMELESS = "Visitor";

/** A name to greet somebody by; empty when none is known. */
export const nameOf = (customerName: string | null | undefined): string =>
  !customerName || customerName === NAMELESS ? "" : customerName;

/**
 * Fills in what is known. Where nothing is, it says what stands behind the bar, as in `{{customer.name|there}}`, or leaves the
 * variable out with the space before it. A variable that does not exist stays, so that it is seen before it is sent.
 */
export function fillIn(text: string, variables: Variables): string {
  return text.replace(
    /( ?)\{\{\s*([a-z.]+)\s*(?:\|([^{}|]*))?\}\}/g,
    (whole, space: string, name: string, otherwise: string | undefined) => {
      if (!Object.hasOwn(variables, name)) return whole;
      const value = variables[name as keyof Variables] || (otherwise ?? "").trim();
      return value && space + value;
    },
  );
}

/** The code being typed right before the caret, with where it begins. */
export function codeAt(text: string, caret: number): { code: string; from: number } | undefined {
  const typed = /(?:^|\s)\/([\p{L}\p{N}_-]*)$/u.exec(text.slice(0, caret));
  if (!typed) return undefined;
  const code = typed[1] ?? "";
  return { code, from: caret - code.length - 1 };
}

const MOST = 8;

/** Those whose code begins so, then those in which it stands somewhere. */
export function matching(answers: readonly CannedAnswer[], typed: string): CannedAnswer[] {
  const wanted = typed.toLowerCase();
  const begins = answers.filter(({ code }) => code.toLowerCase().startsWith(wanted));
  const holds = answers.filter(
    (answer) => !begins.includes(answer) && `${answer.code} ${answer.text}`.toLowerCase().includes(wanted),
  );
  return [...begins.sort((a, b) => a.code.localeCompare(b.code)), ...holds].slice(0, MOST);
}
