import { Anchor } from "@mantine/core";

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** A text whose web addresses can be followed. The page behind one learns neither who comes nor from where. */
export function Linked({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, index) =>
    index % 2 ? (
      <Anchor key={index} href={part} target="_blank" rel="noopener noreferrer" c="inherit" underline="always" inherit>
        {part}
      </Anchor>
    ) : (
      part
    ),
  );
}
