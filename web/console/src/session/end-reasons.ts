/** What staff can say when they end a session; the codes are stored. */
export const END_REASONS = [
  { value: "solved", label: "Solved" },
  { value: "not-solved", label: "Not solved" },
  { value: "customer-left", label: "The customer left" },
  { value: "continued-elsewhere", label: "Goes on elsewhere, such as by phone" },
  { value: "spam", label: "Not a real request" },
];

const WORDS: Record<string, string> = {
  ...Object.fromEntries(END_REASONS.map(({ value, label }) => [value, label])),
  "ended-by-customer": "Ended by the customer",
  "ended-by-staff": "Ended by staff",
  "ended-by-api": "Ended by another system",
  unanswered: "Nobody answered the call",
  "connection-lost": "The connection of the call was lost",
  "call-back-requested": "The customer asked to be called back",
  abandoned: "The customer left before an answer",
  "interrupted-too-long": "The customer was away for too long",
};

export function endReasonWords(code: string): string {
  return WORDS[code] ?? code;
}
