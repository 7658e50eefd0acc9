import { ActionIcon, Alert, Box, Button, Code, CopyButton, Group, Modal, Stack, Text, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy, IconKey } from "@tabler/icons-react";
import classes from "./copy.module.css";

/** A value to be copied, on one line or several. */
export function Copyable({ value, label }: { value: string; label: string }) {
  return (
    <Box className={classes.box}>
      <Code block className={classes.code} aria-label={label}>
        {value}
      </Code>
      <CopyButton value={value} timeout={2000}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? "Copied" : `Copy ${label}`}>
            <ActionIcon
              className={classes.button}
              onClick={copy}
              aria-label={`Copy ${label}`}
              color={copied ? "petrol" : "gray"}
            >
              {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Box>
  );
}

interface SecretOnceProps {
  title: string;
  /** Nothing is shown without one. */
  secret: string | undefined;
  hint: string;
  onClose: () => void;
}

/** A secret that the server tells only once. */
export function SecretOnce({ title, secret, hint, onClose }: SecretOnceProps) {
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Alert color="amber" icon={<IconKey size={20} />} title="Copy it now">
          It is shown this one time. Only a digest of it is kept, so nobody can show it again.
        </Alert>
        <Copyable value={secret ?? ""} label="secret" />
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            I have stored it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
