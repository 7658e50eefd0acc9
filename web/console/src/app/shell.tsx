import { AppShell, Badge, Box, Burger, Group, ScrollArea, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHelpCircle } from "@tabler/icons-react";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { StillThere } from "../auth/still-there";
import { useSignIn, useUser } from "../auth/use-user";
import { LinkBadge, useLinkState } from "../socket/link-state";
import { CallsProvider } from "../call/calls-provider";
import { FloatingCalls } from "../call/floating-calls";
import { RingingStack } from "../call/ringing-stack";
import { AvailabilityMenu } from "../desk/availability-menu";
import { ChatWatch } from "../inbox/chat-watch";
import { useMyChats } from "../inbox/use-my-chats";
import { Answering } from "../offer/answering";
import { useQueueSize } from "../queue/queries";
import { LiveProvider, useLive } from "../sessions/live";
import { LoadingRows } from "../ui/page";
import { useTitleMark } from "../ui/title";
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
      <CallsProvider>
        <Frame />
      </CallsProvider>
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
      layout="alt"
      header={{ height: 50 }}
      navbar={{ width: inSession ? 68 : 228, breakpoint: "sm", collapsed: { mobile: !menu } }}
      transitionDuration={0}
      padding={0}
    >
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger hiddenFrom="sm" opened={menu} onClick={toggle} size="sm" aria-label="Menu" />
          {user.kind === "staff" && <LiveState />}
          {user.kind === "staff" && (
            <Group ml="auto" gap="sm" wrap="nowrap">
              <AvailabilityMenu />
            </Group>
          )}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} data-narrow={inSession || undefined}>
        <Group className={classes.brand} justify="space-between" wrap="nowrap">
          <Logo />
          <Burger hiddenFrom="sm" opened onClick={close} size="sm" aria-label="Close the menu" />
        </Group>
        <ScrollArea flex={1} type="never">
          <nav aria-label="Main">
            {placesFor(user).map((place) => (
              <NavItem key={place.to} place={place} onClick={close} />
            ))}
          </nav>
        </ScrollArea>
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
      <AppShell.Main className={classes.main}>
        {user.kind === "staff" && (
          <>
            <Answering />
            <RingingStack />
            <FloatingCalls />
          </>
        )}
        <div id="main" tabIndex={-1} className={classes.content}>
          <Suspense
            fallback={
              <Box p="xl">
                <LoadingRows />
              </Box>
            }
          >
            <Outlet />
          </Suspense>
        </div>
      </AppShell.Main>
      {user.kind === "staff" && <ChatWatch />}
      <StillThere />
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
      {place.to === "/queue" && <WaitingBadge />}
      {place.to === "/chats" && <UnreadBadge />}
    </UnstyledButton>
  );
}

function WaitingBadge() {
  const waiting = useQueueSize();
  useTitleMark("waiting", waiting > 0 ? `${waiting} waiting` : undefined);
  return <CountBadge count={waiting} words={`${waiting} waiting`} color="amber" />;
}

function UnreadBadge() {
  const { chats } = useMyChats();
  const unread = chats.reduce((sum, chat) => sum + chat.unread, 0);
  return <CountBadge count={unread} words={`${unread} unread`} color="petrol" />;
}

function CountBadge({ count, words, color }: { count: number; words: string; color: "amber" | "petrol" }) {
  if (count === 0) return null;
  const shown = count > 999 ? "999+" : String(count);
  return (
    <Badge
      className={classes.count}
      data-color={color}
      size="sm"
      variant="filled"
      color={color}
      circle={shown.length === 1}
      aria-label={words}
    >
      {shown}
    </Badge>
  );
}

function LiveState() {
  return <LinkBadge state={useLinkState(useLive())} />;
}
