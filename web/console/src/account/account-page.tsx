import { Avatar, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { access } from "../api/client";
import { ColourScheme } from "../app/user-menu";
import { ROLE_NAMES } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { Page } from "../ui/page";
import { toastProblem } from "../ui/toasts";
import { PasswordCard } from "./password-card";

export function AccountPage() {
  const user = useUser();
  return (
    <Page title="Account">
      <Stack maw={560}>
        <Card padding="lg">
          <Group>
            <Avatar name={user.name} size={56} />
            <div>
              <Text fw={650}>{user.name}</Text>
              <Text size="sm" c="dimmed">
                {user.email}
              </Text>
              <Text size="sm" c="dimmed">
                {[ROLE_NAMES[user.role], user.organisation?.name].filter(Boolean).join(" · ")}
              </Text>
            </div>
          </Group>
          {user.kind === "staff" && (
            <Text size="xs" c="dimmed" mt="md">
              Name and role are changed by a supervisor under Settings, Staff.
            </Text>
          )}
        </Card>
        <Card padding="lg">
          <Title order={2} size="h5" mb="sm">
            Colours
          </Title>
          <ColourScheme />
        </Card>
        <PasswordCard />
        <Group>
          <Button
            variant="default"
            leftSection={<IconLogout size={16} />}
            onClick={() => access.logout().catch(toastProblem)}
          >
            Sign out
          </Button>
        </Group>
      </Stack>
    </Page>
  );
}
