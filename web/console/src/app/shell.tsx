import { AppShell, Badge, Box, Burger, Group, ScrollArea, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHelpCircle } from "@tabler/icons-react";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useSignIn, useUser } from "../auth/use-user";
import { LinkBadge, useLinkState } from "../socket/link-state";
import { LiveProvider, useLive } from "../sessions/live";
import { useWaitingCount } from "../sessions/queries";
import { LoadingRows } from "../ui/page";
import { useWaitingInTitle } from "../ui/title";
import { Logo } from "./logo";
import { placesFor, type Place } from "./navigation";
import { ShortcutsDialog, useGoTo, useShortcut } from "./shortcuts";
import { UserMenu } from "./user-menu";
import classes from "./shell.module.css";

export function Shell() {
  const signIn = useSignIn();
  if (signIn.status !== "in") return null; // just signed out: the router is on its way to the login
  return signIn.user.kind === "staff" ? (
    <LiveProvider>
      <Frame />
    </LiveProvider>
  ) : (
    <Frame />
  );
}

function Frame() {
  const user = useUser();
  const [menu, { toggle, close }] = useDisclosure();
  const [shortcuts, setShortcuts] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const inSession = /^\/sessions\/./.test(path);
  useGoTo();
  useShortcut("?", () => setShortcuts(true));
  return (
    <AppShell
      header={{ height: { base: 54, sm: 0 } }}
      navbar={{ width: inSession ? 68 : 228, breakpoint: "sm", collapsed: { mobile: !menu } }}
      transitionDuration={0}
      padding={0}
    >
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Group h="100%" px="md" justify="space-between">
          <Logo size={24} />
          <Burger opened={menu} onClick={toggle} size="sm" aria-label="Menu" />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} data-narrow={inSession || undefined}>
        <Box className={classes.brand} visibleFrom="sm">
          <Logo />
        </Box>
        <ScrollArea flex={1} type="never">
          <nav aria-label="Main">
            {placesFor(user).map((place) => (
              <NavItem key={place.to} place={place} onClick={close} />
            ))}
          </nav>
        </ScrollArea>
        {user.kind === "staff" && <LiveState />}
        <UnstyledButton
          className={classes.item}
          component="a"
          href="/help"
          target="_blank"
          rel="noreferrer"
          title="Help"
        >
          <IconHelpCircle size={20} stroke={1.6} />
          <span className={classes.label}>Help</span>
        </UnstyledButton>
        <UserMenu onShortcuts={() => setShortcuts(true)} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <Suspense
          fallback={
            <Box p="xl">
              <LoadingRows />
            </Box>
          }
        >
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <ShortcutsDialog opened={shortcuts} onClose={() => setShortcuts(false)} />
    </AppShell>
  );
}

function NavItem({ place, onClick }: { place: Place; onClick: () => void }) {
  return (
    <UnstyledButton
      className={classes.item}
      renderRoot={(props) => <Link to={place.to} activeProps={{ "data-active": true }} {...props} />}
      onClick={onClick}
      title={place.label}
      data-testid={`nav-${place.to.slice(1)}`}
    >
      <place.icon size={20} stroke={1.6} />
      <span className={classes.label}>{place.label}</span>
      {place.to === "/sessions" && <WaitingBadge />}
    </UnstyledButton>
  );
}

function WaitingBadge() {
  const waiting = useWaitingCount();
  useWaitingInTitle(waiting);
  if (!waiting) return null;
  return (
    <Badge
      className={classes.count}
      size="sm"
      variant="filled"
      color="amber"
      circle={waiting.length === 1}
      aria-label={`${waiting} waiting`}
    >
      {waiting}
    </Badge>
  );
}

function LiveState() {
  const state = useLinkState(useLive());
  return (
    <Box px="md" pb="xs" className={classes.live}>
      <LinkBadge state={state} />
    </Box>
  );
}
