import type { ChatMessage } from "@remote-support/protocol";
import type { Session, User } from "../src/api/model";
import type { Call } from "../src/call/model";
import type { DeskMember } from "../src/desk/model";

export const LEAD: User = {
  id: "lead",
  name: "Lea",
  email: "lea@example.com",
  role: "team_lead",
  kind: "staff",
  organisation: null,
};

export function session(id: string, more: Partial<Session> = {}): Session {
  return {
    id,
    number: 17,
    state: "active",
    channels: ["chat"],
    customerName: "Grace",
    machineName: null,
    location: null,
    customer: { kind: "visitor", id: "v1", email: null, claimed: false },
    site: null,
    staff: { id: "staff-1", name: "Ada" },
    subject: null,
    page: null,
    requestedAt: "2026-03-01T10:00:00Z",
    connectedAt: null,
    endedAt: null,
    endReason: null,
    durationSeconds: 0,
    lastActiveAt: null,
    version: 1,
    ...more,
  };
}

export function said(sequence: number, seat: "customer" | "technician", more: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `m${sequence}`,
    conversationId: "s1",
    sequence,
    sender: { kind: seat === "customer" ? "visitor" : "staff", id: seat, name: seat, seat },
    type: "text",
    text: `text ${sequence}`,
    at: new Date(Date.parse("2026-03-01T10:00:00Z") + sequence * 60_000).toISOString(),
    clientMessageId: null,
    ...more,
  };
}

export function deskMember(id: string, more: Partial<DeskMember> = {}): DeskMember {
  return {
    id,
    name: id,
    availability: "online",
    connected: true,
    since: null,
    limits: { chat: 5, call: 2 },
    load: { chat: 0, call: 0 },
    teams: [],
    skills: [],
    ...more,
  };
}

export function callOf(id: string, more: Partial<Call> = {}): Call {
  return {
    id,
    sessionId: "s1",
    state: "active",
    askedBy: "customer",
    customerName: "Grace",
    staffId: "staff-1",
    staffName: "Ada",
    ringsAt: null,
    ringExpiresAt: null,
    requestedAt: "2026-03-01T10:00:00Z",
    answeredAt: null,
    endedAt: null,
    endReason: null,
    durationSeconds: 0,
    version: 1,
    ...more,
  };
}
