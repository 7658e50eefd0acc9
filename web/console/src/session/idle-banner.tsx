import { Alert, Button } from "@mantine/core";
import { IconHourglassLow } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { idleKey } from "../sessions/freshness";
import { formatDuration, useNow } from "../ui/time";

/** A quiet session ends by itself; before that one is told, and a word keeps it open. */
export function IdleBanner({ sessionId, onWrite }: { sessionId: string; onWrite?: () => void }) {
  const now = useNow();
  const { data: endsAt } = useQuery<string | null>({ queryKey: idleKey(sessionId), enabled: false });
  const left = endsAt ? (Date.parse(endsAt) - now) / 1000 : 0;
  if (left <= 0) return null;
  return (
    <Alert
      color="amber"
      icon={<IconHourglassLow size={20} />}
      title={`Nothing has happened for a while: this session ends in ${formatDuration(left)}`}
      radius={0}
      data-testid="session-idle"
    >
      A message from either side keeps it open.
      {onWrite && (
        <Button size="compact-sm" variant="light" color="amber" ml="sm" onClick={onWrite}>
          Ask whether there is anything else
        </Button>
      )}
    </Alert>
  );
}
