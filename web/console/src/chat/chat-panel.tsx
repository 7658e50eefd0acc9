import { Text } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useRef, useState, type DragEvent } from "react";
import type { CannedAnswer, Variables } from "../canned/model";
import { Composer, type ComposerProps } from "./composer";
import type { Author } from "./conversation";
import { Messages } from "./messages";
import { Spoken } from "./spoken";
import type { Timeline } from "./timeline";
import classes from "./chat.module.css";

interface ChatPanelProps extends Partial<
  Pick<ComposerProps, "onSend" | "onNote" | "onTyping" | "onAttach" | "onLookUp">
> {
  sessionId: string;
  timeline: Timeline;
  me: Author;
  onRetry?: (clientMessageId: string) => void;
  onDiscard?: (clientMessageId: string) => void;
  onRead?: (sequence: number) => void;
  answers?: readonly CannedAnswer[];
  variables?: Variables;
  /** It is read from what is stored, which does not say how far somebody had read. */
  stored?: boolean;
  /** Said where nothing can be written: without `onSend`. */
  closedBecause?: string;
}

const NO_ANSWERS: readonly CannedAnswer[] = [];
const NO_VARIABLES: Variables = { "customer.name": "", "staff.name": "", "session.number": "" };

export function ChatPanel({ answers = NO_ANSWERS, variables = NO_VARIABLES, ...panel }: ChatPanelProps) {
  const { sessionId, timeline, me, onSend, onNote, onTyping, onAttach, closedBecause } = panel;
  const drop = useDrop(onAttach);
  return (
    <section className={classes.panel} aria-label="Chat" {...drop.handlers}>
      <Messages
        timeline={timeline}
        me={me}
        stored={panel.stored}
        onRetry={panel.onRetry}
        onDiscard={panel.onDiscard}
        onRead={panel.onRead}
      />
      <Spoken key={`spoken-${sessionId}`} timeline={timeline} me={me} />
      <Text size="xs" c="dimmed" className={classes.typing} role="status" data-testid="chat-typing">
        {timeline.typing && `${timeline.typing} is writing…`}
      </Text>
      {onSend ? (
        <Composer
          key={sessionId}
          sessionId={sessionId}
          onSend={onSend}
          onNote={onNote}
          onTyping={onTyping}
          onAttach={onAttach}
          answers={answers}
          onLookUp={panel.onLookUp}
          variables={variables}
        />
      ) : (
        <Text size="sm" c="dimmed" ta="center" className={classes.closed}>
          {closedBecause}
        </Text>
      )}
      {drop.over && (
        <div className={classes.drop}>
          <IconFileUpload size={34} stroke={1.5} />
          <Text fw={650}>Drop to send to the customer</Text>
          <Text size="sm">10 MB at most for each file</Text>
        </div>
      )}
    </section>
  );
}

/** Files may be dropped anywhere on the chat. */
function useDrop(onAttach: ((files: File[]) => void) | undefined) {
  const [over, setOver] = useState(false);
  const depth = useRef(0); // entering a child comes before leaving its parent
  if (!onAttach) return { over: false, handlers: {} };
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        depth.current++;
        setOver(true);
      },
      onDragOver: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault();
      },
      onDragLeave: (event: DragEvent) => {
        if (hasFiles(event) && --depth.current <= 0) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onAttach(files);
      },
    },
  };
}
