import { ActionIcon, CloseButton, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconMessageSearch, IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useShortcut } from "../app/shortcuts";
import classes from "./sessions.module.css";

interface SearchFieldProps {
  value: string;
  inMessages: boolean;
  onChange: (value: string) => void;
  onInMessages: (inMessages: boolean) => void;
}

/** Tells what is searched for a moment after the last key; `/` leads here. */
export function SearchField({ value, inMessages, onChange, onInMessages }: SearchFieldProps) {
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
      aria-label={inMessages ? "Search messages" : "Search sessions"}
      placeholder={inMessages ? "Search in what was said" : "Search by customer, number or subject"}
      leftSection={
        <Tooltip label={inMessages ? "Search who asked instead" : "Search in what was said instead"}>
          <ActionIcon
            aria-label="Search in messages"
            aria-pressed={inMessages}
            variant={inMessages ? "light" : "subtle"}
            color={inMessages ? "petrol" : "gray"}
            onClick={() => onInMessages(!inMessages)}
            data-testid="search-messages"
          >
            {inMessages ? <IconMessageSearch size={17} /> : <IconSearch size={16} />}
          </ActionIcon>
        </Tooltip>
      }
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
