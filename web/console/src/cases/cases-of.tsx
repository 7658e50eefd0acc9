import { ActionIcon, Anchor, Button, Group, Text, Tooltip } from "@mantine/core";
import { IconFolder, IconLinkOff, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Session } from "../api/model";
import { Section } from "../ui/facts";
import { ProblemNote } from "../ui/page";
import { LinkDialog } from "./link-dialog";
import { useCasesOf, useLinkSession } from "./queries";

/** The cases a session belongs to. */
export function CasesOf({ session }: { session: Session }) {
  const [linking, setLinking] = useState(false);
  const link = useLinkSession();
  const found = useCasesOf(session.id);
  const cases = found.data ?? [];
  return (
    <Section
      title="Cases"
      action={
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          onClick={() => setLinking(true)}
          data-testid="case-link"
        >
          Add
        </Button>
      }
    >
      {found.isError && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          In no case. A case keeps sessions about one matter together.
        </Text>
      )}
      {cases.map((one) => (
        <Group key={one.id} gap={8} wrap="nowrap">
          <IconFolder size={16} stroke={1.6} />
          <Anchor
            component={Link}
            to="/cases/$id"
            params={{ id: one.id } as never}
            size="sm"
            fw={600}
            flex={1}
            truncate
          >
            {one.title}
          </Anchor>
          <Tooltip label="Take out of this case">
            <ActionIcon
              size="sm"
              aria-label={`Take out of ${one.title}`}
              onClick={() => link.mutate({ caseId: one.id, sessionId: session.id, link: false })}
            >
              <IconLinkOff size={15} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ))}
      {linking && <LinkDialog session={session} known={cases} onClose={() => setLinking(false)} />}
    </Section>
  );
}
