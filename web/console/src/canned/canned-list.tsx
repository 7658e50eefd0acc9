import { Kbd, Text } from "@mantine/core";
import { fillIn, type CannedAnswer, type Variables } from "./model";
import classes from "./canned.module.css";

interface CannedListProps {
  id: string;
  answers: readonly CannedAnswer[];
  active: number;
  variables: Variables;
  onChoose: (answer: CannedAnswer) => void;
}

/** What fits the code being typed; the field keeps the focus and the keys. */
export function CannedList({ id, answers, active, variables, onChoose }: CannedListProps) {
  return (
    <div className={classes.list}>
      <div id={id} role="listbox" aria-label="Canned answers">
        {answers.map((answer, index) => (
          <div
            key={answer.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.option}
            onMouseDown={(event) => {
              event.preventDefault(); // the field keeps the focus
              onChoose(answer);
            }}
            data-testid="canned-option"
          >
            <Text size="sm" fw={650} className={classes.code}>
              /{answer.code}
            </Text>
            <Text size="sm" truncate className={classes.text}>
              {fillIn(answer.text, variables)}
            </Text>
          </div>
        ))}
      </div>
      <Text size="xs" c="dimmed" className={classes.keys}>
        <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> choose, <Kbd size="xs">Enter</Kbd> insert
      </Text>
    </div>
  );
}
