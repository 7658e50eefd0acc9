import { ActionIcon, Box, Group, SegmentedControl, Text, Textarea, Tooltip } from "@mantine/core";
import { LIMITS } from "@remote-support/protocol";
import { IconBolt, IconPaperclip, IconSend2 } from "@tabler/icons-react";
import { useEffect, useId, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { useShortcut } from "../app/shortcuts";
import { CannedList } from "../canned/canned-list";
import type { CannedAnswer, Variables } from "../canned/model";
import { useCanned } from "../canned/use-canned";
import { useDraft } from "./draft";
import classes from "./chat.module.css";

export interface ComposerProps {
  sessionId: string;
  onSend: (text: string) => void;
  onNote?: (text: string) => void;
  onTyping?: () => void;
  onAttach?: (files: File[]) => void;
  answers: readonly CannedAnswer[];
  /** Somebody begins to look for an answer: a colleague may have added one meanwhile. */
  onLookUp?: () => void;
  variables: Variables;
}

export function Composer(props: ComposerProps) {
  const { sessionId, onSend, onNote, onTyping, onAttach, answers, onLookUp, variables } = props;
  const [draft, setDraft] = useDraft(sessionId);
  const [caret, setCaret] = useState(draft.text.length);
  const [moveTo, setMoveTo] = useState<number>();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const note = draft.note && !!onNote;

  const write = (text: string, at: number) => {
    setDraft({ ...draft, text });
    setCaret(at);
    setMoveTo(at);
  };
  useLayoutEffect(() => {
    if (moveTo === undefined) return;
    field.current?.focus();
    field.current?.setSelectionRange(moveTo, moveTo);
    setMoveTo(undefined);
  }, [moveTo]);
  const canned = useCanned({ text: draft.text, caret }, answers, variables, write);
  const lookingUp = canned.code !== undefined;
  useEffect(() => {
    if (lookingUp) onLookUp?.();
  }, [lookingUp, onLookUp]);

  useShortcut("c", () => field.current?.focus());
  useShortcut("n", () => {
    if (onNote) setDraft({ ...draft, note: true });
    field.current?.focus();
  });

  const left = LIMITS.MESSAGE_TEXT - lengthOf(draft.text);
  const send = () => {
    const message = draft.text.trim();
    if (!message || left < 0) return;
    if (note) onNote?.(message);
    else onSend(message);
    setDraft({ text: "", note });
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || canned.onKeyDown(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  const startCode = () => {
    const text = `${draft.text}${/\S$/.test(draft.text) ? " " : ""}/`;
    write(text, text.length);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || !onAttach) return;
    event.preventDefault();
    onAttach(files);
  };

  return (
    <Box className={classes.composer} data-note={note || undefined}>
      {canned.found.length > 0 && (
        <CannedList
          id={listId}
          answers={canned.found}
          active={canned.active}
          variables={variables}
          onChoose={canned.choose}
        />
      )}
      {canned.code && canned.found.length === 0 && answers.length > 0 && !canned.closed && (
        <Text size="xs" c="dimmed" mb={6} role="status" data-testid="canned-none">
          No canned answer begins with /{canned.code}: it would be sent as it stands.
        </Text>
      )}
      <Group gap={6} mb={8} justify="space-between">
        {onNote ? (
          <SegmentedControl
            size="xs"
            aria-label="What you write"
            value={note ? "note" : "reply"}
            onChange={(value) => {
              setDraft({ ...draft, note: value === "note" });
              field.current?.focus();
            }}
            data={[
              { value: "reply", label: "Reply" },
              { value: "note", label: "Note" },
            ]}
          />
        ) : (
          <span />
        )}
        <Group gap={2}>
          {answers.length > 0 && (
            <Tooltip label="Canned answer (type /)">
              <ActionIcon aria-label="Canned answer" onClick={startCode}>
                <IconBolt size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
          {onAttach && !note && <AttachButton onAttach={onAttach} />}
        </Group>
      </Group>
      <Group gap={8} align="flex-end" wrap="nowrap">
        <Textarea
          ref={field}
          className={classes.input}
          aria-label={note ? "Note for staff" : "Message"}
          placeholder={note ? "Only staff see this" : "Message, or / for an answer"}
          autosize
          minRows={1}
          maxRows={8}
          value={draft.text}
          onChange={({ currentTarget }) => {
            setDraft({ ...draft, text: currentTarget.value });
            setCaret(currentTarget.selectionStart);
            if (!note && currentTarget.value.trim()) onTyping?.();
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          error={left < 0 ? `Too long by ${-left}` : undefined}
          description={left >= 0 && left < 200 ? `${left} characters left` : undefined}
          inputWrapperOrder={["input", "description", "error"]}
          aria-controls={canned.found.length > 0 ? listId : undefined}
          aria-activedescendant={canned.found.length > 0 ? `${listId}-${canned.active}` : undefined}
          data-testid="chat-input"
        />
        <Tooltip label={note ? "Keep the note (Enter)" : "Send (Enter)"}>
          <ActionIcon
            size={36}
            variant="filled"
            color={note ? "amber.8" : "petrol"}
            onClick={send}
            disabled={!draft.text.trim() || left < 0}
            aria-label={note ? "Keep the note" : "Send"}
            data-testid="chat-send"
          >
            <IconSend2 size={18} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Box>
  );
}

function AttachButton({ onAttach }: { onAttach: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Tooltip label="Attach a file (or drop or paste it)">
      <ActionIcon aria-label="Attach a file" onClick={() => input.current?.click()}>
        <IconPaperclip size={18} stroke={1.6} />
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onClick={(event) => event.stopPropagation()}
          onChange={({ currentTarget }) => {
            onAttach([...(currentTarget.files ?? [])]);
            currentTarget.value = "";
          }}
          data-testid="chat-file"
        />
      </ActionIcon>
    </Tooltip>
  );
}

/** As the server counts: an emoji is one, not two. */
function lengthOf(text: string): number {
  return [...text].length;
}
