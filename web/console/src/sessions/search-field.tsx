import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useShortcut } from "../app/shortcuts";
import classes from "./sessions.module.css";

/** Tells what is searched for a moment after the last key; `/` leads here. */
export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const tell = useDebouncedCallback(onChange, 250);
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  useShortcut("/", () => field.current?.focus());
  return (
    <TextInput
      ref={field}
      className={classes.search}
      aria-label="Search sessions"
      placeholder="Search by name, e-mail, number or subject"
      leftSection={<IconSearch size={16} />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label="Clear the search"
            onClick={() => {
              setText("");
              onChange("");
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
      data-testid="session-search"
    />
  );
}
