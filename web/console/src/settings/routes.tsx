import { createRoute, lazyRouteComponent, redirect, type AnyRoute } from "@tanstack/react-router";
import type { User } from "../api/model";
import { SettingsLayout } from "./settings-layout";
import { mayOpen, settingsFor, settingsPlace, type SettingsPlace } from "./places";

/** The pages of the settings, each open to those who may use it. */
export function settingsRoutes<Parent extends AnyRoute>(parent: Parent, signedIn: () => User | undefined) {
  const settings = createRoute({ getParentRoute: () => parent, path: "/settings", component: SettingsLayout });

  function allowed(to: SettingsPlace["to"]) {
    return () => {
      const user = signedIn();
      const place = settingsPlace(to);
      if (user && place && !mayOpen(user, place)) throw redirect({ href: firstOf(user), replace: true });
    };
  }

  const index = createRoute({
    getParentRoute: () => settings,
    path: "/",
    beforeLoad: () => {
      const user = signedIn();
      if (user) throw redirect({ href: firstOf(user), replace: true });
    },
  });
  const desk = createRoute({
    getParentRoute: () => settings,
    path: "/desk",
    beforeLoad: allowed("/settings/desk"),
    component: lazyRouteComponent(() => import("./desk-settings-page"), "DeskSettingsPage"),
  });
  const hours = createRoute({
    getParentRoute: () => settings,
    path: "/hours",
    beforeLoad: allowed("/settings/hours"),
    component: lazyRouteComponent(() => import("../schedule/hours-page"), "HoursPage"),
  });
  const teams = createRoute({
    getParentRoute: () => settings,
    path: "/teams",
    beforeLoad: allowed("/settings/teams"),
    component: lazyRouteComponent(() => import("./teams-page"), "TeamsPage"),
  });
  const schedules = createRoute({
    getParentRoute: () => settings,
    path: "/schedules",
    beforeLoad: allowed("/settings/schedules"),
    component: lazyRouteComponent(() => import("../schedule/schedules-page"), "SchedulesPage"),
  });
  const canned = createRoute({
    getParentRoute: () => settings,
    path: "/canned-answers",
    beforeLoad: allowed("/settings/canned-answers"),
    component: lazyRouteComponent(() => import("../canned/canned-page"), "CannedAnswersPage"),
  });
  const masking = createRoute({
    getParentRoute: () => settings,
    path: "/masking",
    beforeLoad: allowed("/settings/masking"),
    component: lazyRouteComponent(() => import("../masking/masking-page"), "MaskingPage"),
  });
  const mail = createRoute({
    getParentRoute: () => settings,
    path: "/mail",
    beforeLoad: allowed("/settings/mail"),
    component: lazyRouteComponent(() => import("./mail-page"), "MailPage"),
  });
  const staff = createRoute({
    getParentRoute: () => settings,
    path: "/staff",
    beforeLoad: allowed("/settings/staff"),
    component: lazyRouteComponent(() => import("../staff/staff-page"), "StaffPage"),
  });
  const sites = createRoute({
    getParentRoute: () => settings,
    path: "/sites",
    beforeLoad: allowed("/settings/sites"),
    component: lazyRouteComponent(() => import("../sites/sites-page"), "SitesPage"),
  });
  const keys = createRoute({
    getParentRoute: () => settings,
    path: "/keys",
    beforeLoad: allowed("/settings/keys"),
    component: lazyRouteComponent(() => import("../keys/keys-page"), "KeysPage"),
  });
  const callServers = createRoute({
    getParentRoute: () => settings,
    path: "/call-servers",
    beforeLoad: allowed("/settings/call-servers"),
    component: lazyRouteComponent(() => import("../ice/call-servers-page"), "CallServersPage"),
  });
  return settings.addChildren([
    index,
    desk,
    hours,
    teams,
    schedules,
    canned,
    masking,
    mail,
    staff,
    sites,
    keys,
    callServers,
  ]);
}

function firstOf(user: User): string {
  return settingsFor(user)[0]?.places[0]?.to ?? "/";
}
