import { Anchor, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./facts.module.css";

export function Section({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <section>
      <div className={classes.head}>
        <Title order={2} className={classes.title}>
          {title}
        </Title>
        {action}
      </div>
      <Stack gap={8}>{children}</Stack>
    </section>
  );
}

/** Left out where nothing is known. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === false || children === "") return null;
  return (
    <div className={classes.fact}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="div" size="sm" fw={500} className={classes.value}>
        {children}
      </Text>
    </div>
  );
}

/** Only web addresses become links: the page's address comes from outside. */
export function PageLink({ url, title }: { url: string; title: string }) {
  if (!/^https?:\/\//i.test(url)) return title || url;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer noopener" size="sm" title={url}>
      {title || url}
    </Anchor>
  );
}
