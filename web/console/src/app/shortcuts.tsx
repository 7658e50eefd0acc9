import { Group, Kbd, Modal, Stack, Table, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useUser } from "../auth/use-user";
import { placesFor } from "./navigation";

interface Shortcut {
  keys: string[];
  does: string;
}

const CUSTOMERS: Shortcut[] = [
  { keys: ["a"], does: "Accept an offer, answer a call; in the lists, pick up who waits longest" },
  { keys: ["/"], does: "Search the sessions" },
  { keys: ["j"], does: "Next chat; also Alt ↓ while writing" },
  { keys: ["k"], does: "Previous chat; also Alt ↑ while writing" },
  { keys: ["Alt", "1–9"], does: "Jump to a chat" },
  { keys: ["m"], does: "Mute and unmute yourself in a call" },
  { keys: ["u"], does: "The chat that waits longest for an answer" },
];

const IN_SESSIONS: Shortcut[] = [
  { keys: ["c"], does: "Write a message" },
  { keys: ["n"], does: "Write a note for staff" },
  { keys: ["/", "code"], does: "Insert a canned answer while writing" },
  { keys: ["t"], does: "Transfer" },
  { keys: ["v"], does: "Ask to view the page" },
  { keys: ["Enter"], does: "Send the message" },
  { keys: ["Shift", "Enter"], does: "New line in the message" },
  { keys: ["Esc"], does: "Leave the field you type into on the customer's page" },
];

/** True while keys belong to whatever has the focus. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
    !!target.closest("[data-own-keys]")
  );
}

/** Runs `work` when a single key is pressed outside of fields and dialogs. */
export function useShortcut(key: string, work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event) || document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [key]);
}

/** `g` and then a letter goes to a place. */
export function useGoTo(): void {
  const user = useUser();
  const navigate = useNavigate();
  const armed = useRef(0);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "g") {
        armed.current = Date.now();
        return;
      }
      const place = placesFor(user).find((candidate) => candidate.key === event.key);
      const fresh = Date.now() - armed.current < 1_500;
      armed.current = 0;
      if (!fresh || !place) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void navigate({ to: place.to });
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [navigate, user]);
}

export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const user = useUser();
  const goTo = placesFor(user).map((place) => ({ keys: ["g", place.key], does: place.label }));
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="md">
      <Stack gap="lg">
        <Shortcuts title="Everywhere" shortcuts={[{ keys: ["?"], does: "This list" }, ...goTo]} />
        {user.kind === "staff" && (
          <>
            <Shortcuts title="Customers" shortcuts={CUSTOMERS} />
            <Shortcuts title="In a session" shortcuts={IN_SESSIONS} />
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Shortcuts({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  return (
    <div>
      <Text fw={650} size="sm" mb={4}>
        {title}
      </Text>
      <Table verticalSpacing={6} withRowBorders={false} horizontalSpacing={0}>
        <Table.Tbody>
          {shortcuts.map((shortcut) => (
            <Table.Tr key={shortcut.does}>
              <Table.Td w={140}>
                <Group gap={4}>
                  {shortcut.keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{shortcut.does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
