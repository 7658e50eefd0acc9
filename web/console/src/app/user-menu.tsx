import { Avatar, Box, Group, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import {
  IconDeviceDesktop,
  IconHeadset,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
  IconUserCircle,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { access } from "../api/client";
import { ROLE_NAMES } from "../auth/roles";
import { useUser } from "../auth/use-user";
import { openCheck } from "../ice/open-check";
import { toastProblem } from "../ui/toasts";
import classes from "./shell.module.css";

export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const user = useUser();
  return (
    <Menu position="top-start" width={232} shadow="lg" radius="md">
      <Menu.Target>
        <UnstyledButton className={classes.user} data-testid="user-menu" aria-label={`Account of ${user.name}`}>
          <Group gap={10} wrap="nowrap">
            <Avatar name={user.name} size={34} />
            <Box style={{ minWidth: 0, flex: 1 }}>
              <Text size="sm" fw={600} truncate>
                {user.name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {user.organisation?.name ?? ROLE_NAMES[user.role]}
              </Text>
            </Box>
            <IconSelector size={16} stroke={1.5} />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.email} · {ROLE_NAMES[user.role]}
        </Menu.Label>
        <Box px={6} py={4}>
          <ColourScheme />
        </Box>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserCircle size={16} />} renderRoot={(props) => <Link to="/account" {...props} />}>
          Account
        </Menu.Item>
        {user.kind === "staff" && (
          <Menu.Item
            leftSection={<IconHeadset size={16} />}
            onClick={() => void openCheck()}
            data-testid="check-computer"
          >
            Check before a call
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          onClick={onShortcuts}
          rightSection={<Text size="xs">?</Text>}
        >
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => access.logout().catch(toastProblem)}
          data-testid="sign-out"
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function ColourScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label="Colours"
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={[
        { value: "light", label: <SchemeLabel icon={<IconSun size={14} />} text="Light" /> },
        { value: "dark", label: <SchemeLabel icon={<IconMoon size={14} />} text="Dark" /> },
        { value: "auto", label: <SchemeLabel icon={<IconDeviceDesktop size={14} />} text="Auto" /> },
      ]}
    />
  );
}

function SchemeLabel({ icon, text }: { icon: React.ReactNode; text: string }) {
  return (
    <Group gap={4} wrap="nowrap" justify="center">
      {icon}
      {text}
    </Group>
  );
}
