import { Badge, Box, Button, Group, SegmentedControl, Tabs, Text, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowLeft, IconInfoCircle, IconMessage, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { Session } from "../api/model";
import { Duration, SessionTitle, StateBadge } from "../sessions/session-facts";
import { EndButton } from "./end-button";
import { SessionActions } from "./session-actions";
import classes from "./session.module.css";

type Part = "stage" | "chat" | "customer" | "details";

interface FrameProps {
  session: Session;
  /** How many there are in the chat. */
  messages?: number;
  status?: ReactNode;
  /** What can be done besides what every session has. */
  actions?: ReactNode;
  stage: ReactNode;
  chat: ReactNode;
  customer: ReactNode;
  details: ReactNode;
  /** What must be seen above everything. */
  banner?: ReactNode;
}

/** The head of a session, its page on the left, chat and details on the right; one below the other on a phone. */
export function Frame({ session, messages = 0, status, actions, stage, chat, customer, details, banner }: FrameProps) {
  const narrow = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false });
  const [chosen, setPart] = useState<Part>("chat");
  const part = chosen === "stage" && !narrow ? "chat" : chosen; // there is room for both
  const [seen, setSeen] = useState(messages);
  if (part === "chat" && seen !== messages) setSeen(messages);
  const unread = messages - seen;
  return (
    <div className={classes.frame}>
      <Header session={session} status={status} actions={actions} />
      {banner}
      {narrow ? (
        <div className={classes.narrow}>
          <SegmentedControl
            m="xs"
            value={part}
            onChange={(value) => setPart(value as Part)}
            data={[
              { value: "chat", label: unread > 0 ? `Chat (${unread})` : "Chat" },
              { value: "stage", label: "Page" },
              { value: "customer", label: "Customer" },
              { value: "details", label: "Details" },
            ]}
          />
          <div className={classes.part}>{{ stage, chat, customer, details }[part]}</div>
        </div>
      ) : (
        <div className={classes.wide}>
          <div className={classes.stage}>{stage}</div>
          <aside className={classes.side}>
            <Tabs
              value={part}
              onChange={(value) => setPart((value ?? "chat") as Part)}
              className={classes.tabs}
              keepMounted
            >
              <Tabs.List grow>
                <Tabs.Tab value="chat" leftSection={<IconMessage size={16} />}>
                  Chat
                  {unread > 0 && (
                    <Badge size="sm" variant="filled" ml={6} aria-label={`${unread} new`}>
                      {unread}
                    </Badge>
                  )}
                </Tabs.Tab>
                <Tabs.Tab value="customer" leftSection={<IconUser size={16} />} data-testid="customer-tab">
                  Customer
                </Tabs.Tab>
                <Tabs.Tab value="details" leftSection={<IconInfoCircle size={16} />} data-testid="details-tab">
                  Details
                </Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="chat" className={classes.panel}>
                {chat}
              </Tabs.Panel>
              <Tabs.Panel value="customer" className={classes.panel}>
                {part === "customer" && customer}
              </Tabs.Panel>
              <Tabs.Panel value="details" className={classes.panel}>
                {details}
              </Tabs.Panel>
            </Tabs>
          </aside>
        </div>
      )}
    </div>
  );
}

function Header({ session, status, actions }: Pick<FrameProps, "session" | "status" | "actions">) {
  return (
    <Group component="header" className={classes.header} gap="md" wrap="nowrap">
      <Tooltip label="All sessions">
        <Button
          component={Link}
          to="/sessions"
          variant="subtle"
          color="gray"
          px={8}
          className={classes.fixed}
          aria-label="All sessions"
        >
          <IconArrowLeft size={18} />
        </Button>
      </Tooltip>
      <Box className={classes.title}>
        <Text component="span" c="dimmed" size="sm" className="numbers">
          #{session.number}
        </Text>
        <h1>
          <SessionTitle session={session} size="lg" />
        </h1>
      </Box>
      <span className={classes.state}>
        <StateBadge state={session.state} />
      </span>
      {status}
      <Text size="sm" fw={600} ml="auto" className={classes.duration} title="Duration" data-testid="session-duration">
        <Duration session={session} />
      </Text>
      {actions}
      <SessionActions session={session} />
      {session.state !== "ended" && <EndButton session={session} />}
    </Group>
  );
}
