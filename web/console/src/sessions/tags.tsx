import { TagsInput } from "@mantine/core";
import type { Session } from "../api/model";
import { Section } from "../ui/facts";
import { useSetTags, useTags } from "./queries";

/** Words by which a session is found again. */
export function Tags({ session }: { session: Session }) {
  const known = useTags();
  const set = useSetTags(session.id);
  return (
    <Section title="Tags">
      <TagsInput
        aria-label="Tags"
        placeholder={session.tags?.length ? undefined : "Add a tag, then Enter"}
        data={known.data ?? []}
        value={session.tags ?? []}
        onChange={(tags) => set.mutate(tags.map((tag) => tag.trim()).filter(Boolean))}
        maxTags={20}
        maxLength={40}
        splitChars={[","]}
        acceptValueOnBlur
        data-testid="session-tags"
      />
    </Section>
  );
}
