/** What an API key can be allowed to do. */
export const SCOPES = [
  { value: "sessions:read", label: "Read sessions" },
  { value: "sessions:write", label: "Start, assign and end sessions" },
  { value: "chat:read", label: "Read conversations" },
  { value: "chat:write", label: "Write messages" },
  { value: "stats:read", label: "Read statistics" },
  { value: "devices:read", label: "Read devices" },
];
