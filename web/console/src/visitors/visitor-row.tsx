import { Badge, Button, Group, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { formatDuration, secondsBetween, useNow } from "../ui/time";
import type { LiveTab, LiveVisitor } from "./queries";
import classes from "./visitors.module.css";

interface VisitorRowProps {
  visitor: LiveVisitor;
  site: string | undefined;
  onAsk: () => void;
}

export function VisitorRow({ visitor, site, onAsk }: VisitorRowProps) {
  const now = useNow();
  const facts = [site, visitor.browser, visitor.os, visitor.place].filter(Boolean);
  const active = visitor.tabs.some(({ visible }) => visible);
  return (
    <li className={classes.row} data-testid="visitor" data-visitor={visitor.id}>
      <div className={classes.who}>
        <Group gap={8} wrap="nowrap">
          <Text fw={600} truncate>
            {visitor.name}
          </Text>
          <Badge size="sm" color={active ? "petrol" : "gray"} data-testid="visitor-active">
            {active ? "looking" : "in the background"}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {facts.join(" · ")}
          {facts.length > 0 && " · "}here for {formatDuration(secondsBetween(visitor.since, now))}
        </Text>
      </div>
      <ul className={classes.tabs} aria-label={`Pages of ${visitor.name}`}>
        {visitor.tabs.map((tab, index) => (
          <Tab key={index} tab={tab} />
        ))}
      </ul>
      <Button
        size="sm"
        variant="light"
        leftSection={<IconEye size={16} />}
        onClick={onAsk}
        data-testid="visitor-ask"
        aria-label={`Request access to the page of ${visitor.name}`}
      >
        Request access
      </Button>
    </li>
  );
}

function Tab({ tab }: { tab: LiveTab }) {
  return (
    <li className={classes.tab} data-hidden={!tab.visible || undefined} data-testid="visitor-tab">
      <Text size="sm" truncate fs={tab.title ? undefined : "italic"}>
        {tab.title || "Private title"}
        {!tab.visible && <span className={classes.behind}> · not in front</span>}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {tab.url || "Private address"}
      </Text>
    </li>
  );
}
