import { Box, Button, Checkbox, Menu, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { boxOf } from "./mapping";
import { sameValues, targetOf } from "./target";

interface ListBoxProps {
  element: HTMLSelectElement;
  scale: number;
  onChoose: (values: string[]) => void;
  onClose: () => void;
}

/** The options of a list on the customer's page; their browser's own menu is not part of the page. */
export function ListBox({ element, scale, onChoose, onClose }: ListBoxProps) {
  const target = targetOf(element);
  const [chosen, setChosen] = useState(target.kind === "list" ? target.chosen : []);
  if (target.kind !== "list") return null;
  const box = boxOf(element);

  const toggle = (value: string) =>
    setChosen((all) => (all.includes(value) ? all.filter((one) => one !== value) : [...all, value]));
  const done = () => {
    if (!sameValues(chosen, target.chosen)) onChoose(chosen);
    onClose();
  };

  return (
    <Menu
      opened
      onClose={target.multiple ? done : onClose}
      position="bottom-start"
      offset={2}
      shadow="lg"
      closeOnItemClick={false}
      withinPortal
    >
      <Menu.Target>
        <Box
          pos="absolute"
          style={{
            left: box.left * scale,
            top: box.top * scale,
            width: box.width * scale,
            height: box.height * scale,
            pointerEvents: "none",
          }}
        />
      </Menu.Target>
      <Menu.Dropdown
        mah={320}
        style={{ overflowY: "auto", minWidth: Math.max(180, box.width * scale) }}
        data-testid="list-box"
      >
        {target.options.map((option, index) => (
          <Menu.Item
            key={`${index}-${option.value}`}
            disabled={option.disabled}
            leftSection={
              target.multiple ? <Checkbox.Indicator size="xs" checked={chosen.includes(option.value)} /> : undefined
            }
            rightSection={!target.multiple && chosen.includes(option.value) ? <IconCheck size={14} /> : undefined}
            onClick={() => {
              if (target.multiple) return toggle(option.value);
              onChoose([option.value]);
              onClose();
            }}
          >
            <Text size="sm">{option.label}</Text>
          </Menu.Item>
        ))}
        {target.multiple && (
          <Button fullWidth size="xs" mt={6} onClick={done}>
            Choose these
          </Button>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
