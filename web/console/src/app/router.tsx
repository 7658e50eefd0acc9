import { Button, Center } from "@mantine/core";
import { IconCompassOff } from "@tabler/icons-react";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link,
  Outlet,
  redirect,
  type ErrorComponentProps,
  type SearchSchemaInput,
} from "@tanstack/react-router";
import { access } from "../api/client";
import type { User } from "../api/model";
import { LoginPage } from "../auth/login-page";
import { SetupPage } from "../auth/setup-page";
import { caseSearch, type CaseSearch } from "../cases/search";
import { ChatsPage } from "../inbox/chats-page";
import { QueuePage } from "../queue/queue-page";
import { sessionSearch, type SessionSearch } from "../sessions/search";
import { settingsRoutes } from "../settings/routes";
import { SessionsPage } from "../sessions/sessions-page";
import { Empty, Page, ProblemNote } from "../ui/page";
import { homeOf, PLACES, type Place } from "./navigation";
import { Shell } from "./shell";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Failed });

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search): { to?: string } => (isOwnPath(search.to) ? { to: search.to } : {}),
  beforeLoad: ({ search }) => {
    const user = signedIn();
    if (user) throw redirect({ href: search.to ?? homeOf(user), replace: true });
  },
  component: LoginPage,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  beforeLoad: () => {
    const user = signedIn();
    if (user) throw redirect({ to: homeOf(user), replace: true });
  },
  component: SetupPage,
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  beforeLoad: ({ location }) => {
    if (!signedIn()) throw redirect({ to: "/login", search: { to: location.href }, replace: true });
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  beforeLoad: () => {
    const user = signedIn();
    if (user) throw redirect({ to: homeOf(user), replace: true });
  },
});

const queue = createRoute({
  getParentRoute: () => shell,
  path: "/queue",
  beforeLoad: allowed("/queue"),
  component: QueuePage,
});

const chats = createRoute({
  getParentRoute: () => shell,
  path: "/chats",
  beforeLoad: allowed("/chats"),
  component: ChatsPage,
});

const sessions = createRoute({
  getParentRoute: () => shell,
  path: "/sessions",
  beforeLoad: allowed("/sessions"),
  validateSearch: (search: Partial<SessionSearch> & SearchSchemaInput) => sessionSearch(search),
  component: SessionsPage,
});

const visitors = createRoute({
  getParentRoute: () => shell,
  path: "/visitors",
  beforeLoad: allowed("/visitors"),
  component: lazyRouteComponent(() => import("../visitors/visitors-page"), "VisitorsPage"),
});

const session = createRoute({
  getParentRoute: () => shell,
  path: "/sessions/$id",
  beforeLoad: allowed("/sessions"),
  component: lazyRouteComponent(() => import("../session/session-page"), "SessionPage"),
});

const statistics = createRoute({
  getParentRoute: () => shell,
  path: "/statistics",
  beforeLoad: allowed("/statistics"),
  component: lazyRouteComponent(() => import("../statistics/statistics-page"), "StatisticsPage"),
});

const devices = createRoute({
  getParentRoute: () => shell,
  path: "/devices",
  beforeLoad: allowed("/devices"),
  component: lazyRouteComponent(() => import("../devices/devices-page"), "DevicesPage"),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: "/cases",
  beforeLoad: allowed("/cases"),
  validateSearch: (search: Partial<CaseSearch> & SearchSchemaInput) => caseSearch(search),
  component: lazyRouteComponent(() => import("../cases/cases-page"), "CasesPage"),
});

const oneCase = createRoute({
  getParentRoute: () => shell,
  path: "/cases/$id",
  beforeLoad: allowed("/cases"),
  component: lazyRouteComponent(() => import("../cases/case-page"), "CasePage"),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: "/team",
  beforeLoad: allowed("/team"),
  component: lazyRouteComponent(() => import("../team/team-page"), "TeamPage"),
});

const settings = settingsRoutes(shell, signedIn);

/** Where these pages were before the settings had an area of their own. */
const MOVED = ["sites", "staff", "keys"] as const;
const moved = MOVED.map((name) =>
  createRoute({
    getParentRoute: () => shell,
    path: `/${name}`,
    beforeLoad: () => {
      throw redirect({ href: `/settings/${name}`, replace: true });
    },
  }),
);

const organisations = createRoute({
  getParentRoute: () => shell,
  path: "/organisations",
  beforeLoad: allowed("/organisations"),
  component: lazyRouteComponent(() => import("../organisations/organisations-page"), "OrganisationsPage"),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: "/account",
  component: lazyRouteComponent(() => import("../account/account-page"), "AccountPage"),
});

/** Inside the shell, so that the way on is one click. */
const unknown = createRoute({ getParentRoute: () => shell, path: "$", component: NotFound });

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    setup,
    shell.addChildren([
      home,
      queue,
      chats,
      visitors,
      sessions,
      session,
      cases,
      oneCase,
      team,
      statistics,
      devices,
      settings,
      ...moved,
      organisations,
      account,
      unknown,
    ]),
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: Failed,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function signedIn(): User | undefined {
  const signIn = access.signIn();
  return signIn.status === "in" ? signIn.user : undefined;
}

/** Sends those who may not see a place to where they start. */
function allowed(to: Place["to"]) {
  return () => {
    const user = signedIn();
    const place = PLACES.find((one) => one.to === to);
    if (user && place && !place.allowed(user)) throw redirect({ to: homeOf(user), replace: true });
  };
}

/** A path of this console, so that a link cannot lead elsewhere after signing in. */
function isOwnPath(path: unknown): path is string {
  return typeof path === "string" && /^\/(?![/\\])/.test(path);
}

function NotFound() {
  return (
    <Center mih="70dvh" p="lg">
      <Empty
        icon={<IconCompassOff size={28} />}
        title="There is no such page"
        action={
          <Button component={Link} to="/">
            Go to the start
          </Button>
        }
      >
        The address may be mistyped, or the link is from an older version.
      </Empty>
    </Center>
  );
}

function Failed({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="This page has failed">
      <ProblemNote error={error} onRetry={reset} />
    </Page>
  );
}
