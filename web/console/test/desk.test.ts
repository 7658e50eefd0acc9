import { describe, expect, it } from "vitest";
import type { StaffMember } from "../src/api/model";
import { canTake, presence } from "../src/desk/availability";
import { dayProblem, weekLength, weekProblem } from "../src/schedule/week";
import { isLastOwner, rolesToGive, whyNotRemove } from "../src/staff/rules";
import { skillOf } from "../src/staff/staff-dialog";
import { deskMember, LEAD } from "./samples";

describe("who can take a session", () => {
  it("is online, connected and below the limit", () => {
    expect(canTake(deskMember("a"))).toBe(true);
    expect(canTake(deskMember("a", { availability: "busy" }))).toBe(false);
    expect(canTake(deskMember("a", { connected: false }))).toBe(false);
    expect(canTake(deskMember("a", { load: { chat: 5, call: 0 } }))).toBe(false);
    expect(canTake(deskMember("a", { load: { chat: 5, call: 0 } }), "call")).toBe(true);
  });

  it("is called away when online is only what was said", () => {
    expect(presence({ availability: "online", connected: false }).label).toBe("Away");
    expect(presence({ availability: "offline", connected: false }).label).toBe("Offline");
  });
});

describe("a week", () => {
  const shift = (from: string, to: string) => ({ day: "monday" as const, from, to });

  it("knows what is wrong with a day", () => {
    expect(dayProblem("monday", [shift("13:00", "17:00"), shift("09:00", "13:00")])).toBeNull();
    expect(dayProblem("monday", [shift("09:00", "13:00"), shift("12:59", "17:00")])).toBe("These times overlap");
    expect(dayProblem("monday", [shift("22:00", "06:00"), shift("23:00", "23:30")])).toBe("These times overlap");
    expect(dayProblem("monday", [shift("", "09:00")])).toBe("Enter both times");
    expect(weekProblem([shift("09:00", "09:00")])).toBe("Monday: the end has to differ from the start");
  });

  it("counts its hours, up to midnight and over it", () => {
    expect(weekLength([shift("09:00", "12:30"), shift("22:00", "24:00")])).toBe("5 h 30 min");
    expect(weekLength([shift("22:00", "06:30")])).toBe("8 h 30 min");
  });
});

describe("rules of the staff", () => {
  const member = (id: string, role: StaffMember["role"]): StaffMember => ({ id, role, name: id, email: `${id}@x.org` });
  const owner = member("owner", "super_admin");

  it("keeps the last owner", () => {
    const admin = { ...LEAD, role: "super_admin" as const };

    expect(isLastOwner(owner, [owner, member("b", "admin")])).toBe(true);
    expect(whyNotRemove(admin, owner, [owner])).toBe("The last owner stays");
    expect(whyNotRemove(admin, owner, [owner, member("c", "super_admin")])).toBeUndefined();
  });

  it("lets nobody touch those above, or give more than they have", () => {
    expect(whyNotRemove(LEAD, member("b", "admin"), [])).toBe("Has a higher role than you");
    expect(rolesToGive(LEAD)).toEqual(["support", "team_lead"]);
    expect(whyNotRemove(LEAD, member(LEAD.id, "support"), [])).toBe("You cannot remove yourself");
  });

  it("writes skills as the server reads them", () => {
    expect(skillOf("  Credit  Cards ")).toBe("credit-cards");
  });
});
