/** What the REST resources answer. Times are ISO-8601 in UTC. */
export type StaffRole = "support" | "team_lead" | "supervisor" | "admin" | "super_admin";
export type Role = StaffRole | "operator";

export interface User {
  id: string;
  name: string;
  email: string;
  role: Role;
  kind: "staff" | "operator";
  organisation: { id: string; name: string } | null;
}

export type SessionState = "requested" | "queued" | "offered" | "active" | "interrupted" | "ended";
export type Channel = "chat" | "cobrowse" | "call" | "remote";

export interface Session {
  id: string;
  number: number;
  state: SessionState;
  channels: Channel[];
  customerName: string | null;
  machineName: string | null;
  location: string | null;
  customer: { kind: string; id: string; email: string | null; claimed: boolean };
  site: { id: string; name: string } | null;
  staff: { id: string; name: string } | null;
  subject: string | null;
  page: { url: string; title: string } | null;
  requestedAt: string;
  connectedAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  durationSeconds: number;
  lastActiveAt: string | null;
  version: number;
  tags?: string[];
  /** 1 to 5, by the customer. */
  rating?: number | null;
  feedback?: string | null;
}

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Site {
  id: string;
  name: string;
  siteKey: string;
  allowedOrigins: string[];
  maskSelectors?: string[];
  /** What a technician can only propose, and the customer does. */
  guardSelectors?: string[];
  liveVisitors?: boolean;
  scriptSeenAt: string | null;
  scriptSeenOrigin: string | null;
  scriptSeenPage?: string | null;
  /** Until when the secret before this one counts, too. */
  oldSecretUntil?: string | null;
  /** Only in the answer that made it. */
  siteSecret?: string;
}

export interface StaffMember {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  createdAt?: string | null;
  lastLoginAt?: string | null;
}

export interface ApiKey {
  id: string;
  name: string;
  scopes: string[];
  createdAt?: string | null;
  lastUsedAt?: string | null;
  /** Only in the answer that made it. */
  secret?: string;
}

/** Something an API key can be allowed to do. */
export interface Scope {
  scope: string;
  title: string;
}

export interface Organisation {
  id: string;
  name: string;
  plan: string;
  suspended: boolean;
  createdAt?: string | null;
  staffCount?: number;
}

export interface Plan {
  id: string;
  name: string;
  maxSites: number;
  maxConcurrentSessions: number;
}

export interface Device {
  id: string;
  kind: string;
  name: string;
  os: string | null;
  customerName?: string | null;
  lastSeenAt: string;
  online: boolean;
  lastSessionId: string | null;
}

export interface DayFigures {
  day: string;
  sessionsRequested: number;
  sessionsEnded: number;
  messages: number;
  totalDurationSeconds: number;
}

export interface DailyStatistics {
  days: DayFigures[];
  totals: Omit<DayFigures, "day">;
}

/** The right to take part in one session, from one browser tab, for a short time. */
export interface Admission {
  participantId: string;
  token: string;
  /** Seconds. */
  expiresIn: number;
  seat: "customer" | "technician";
  session: Session;
}
