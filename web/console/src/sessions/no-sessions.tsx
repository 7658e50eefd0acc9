import { Button, Group } from "@mantine/core";
import { IconInbox, IconSearchOff } from "@tabler/icons-react";
import { Empty } from "../ui/page";
import { filtersSet, type SessionSearch } from "./search";

interface NoSessionsProps {
  search: SessionSearch;
  onClear: () => void;
  onInMessages: () => void;
  onQueue: () => void;
}

const TITLES: Record<SessionSearch["show"], string> = {
  all: "No session yet",
  waiting: "Nobody is waiting",
  active: "No session is running",
  ended: "No session has ended yet",
};

const HINTS: Record<SessionSearch["show"], string> = {
  all: "Every request for help becomes a session, and stays here with its conversation, notes and tags.",
  waiting: "Customers who ask for help appear here and in the queue at once.",
  active: "A session is active from the moment somebody answers until it ends.",
  ended: "Ended sessions stay here with their conversation.",
};

export function NoSessions({ search, onClear, onInMessages, onQueue }: NoSessionsProps) {
  if (search.q || filtersSet(search) > 0) {
    return (
      <Empty
        icon={<IconSearchOff size={28} />}
        title={search.q ? `Nothing matches “${search.q}”` : "Nothing matches these filters"}
        action={
          <Group gap="sm" justify="center">
            {search.q && (
              <Button variant="light" onClick={onInMessages}>
                Search in what was said
              </Button>
            )}
            <Button variant="default" onClick={onClear}>
              Clear search and filters
            </Button>
          </Group>
        }
      >
        Numbers, customers, machines, places, subjects, helpers and sites are searched
        {search.show !== "all" && " in this list only"}.
      </Empty>
    );
  }
  return (
    <Empty
      icon={<IconInbox size={28} />}
      title={TITLES[search.show]}
      action={
        <Button variant="light" onClick={onQueue}>
          See who is waiting
        </Button>
      }
    >
      {HINTS[search.show]}
    </Empty>
  );
}
