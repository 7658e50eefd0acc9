import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Site } from "../api/model";
import { ProblemNote } from "../ui/page";
import { useNewSecret } from "./queries";

interface SecretDialogProps {
  site: Site;
  onClose: () => void;
  onSecret: (secret: string) => void;
}

/** Replaces a secret: with time to change it on the servers, or at once where it leaked. */
export function SecretDialog({ site, onClose, onSecret }: SecretDialogProps) {
  const renew = useNewSecret();
  const [keep, setKeep] = useState("24");
  const make = () =>
    renew.mutate(
      { id: site.id, keepOldHours: Number(keep) },
      {
        onSuccess: ({ siteSecret }) => {
          onClose();
          onSecret(siteSecret);
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={`A new secret for ${site.name}`}>
      <Stack>
        {renew.error && <ProblemNote error={renew.error} />}
        <Radio.Group label="Identify tokens that are signed with the old one" value={keep} onChange={setKeep}>
          <Stack gap="xs" mt="xs">
            <Radio
              value="24"
              label="count for another day"
              description="Time to put the new one on your servers, one after the other."
              data-autofocus
            />
            <Radio value="168" label="count for another week" />
            <Radio
              value="0"
              label="are refused from now on"
              description="When the old one may be known to somebody. Customers are visitors until your server has the new one."
            />
          </Stack>
        </Radio.Group>
        {site.oldSecretUntil && (
          <Text size="sm" c="dimmed">
            The secret that was replaced before is void with this.
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep the old one
          </Button>
          <Button onClick={make} loading={renew.isPending} data-testid="secret-make">
            Make a new secret
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
