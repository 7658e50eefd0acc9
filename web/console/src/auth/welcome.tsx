import { Box, List, Paper, Text, ThemeIcon, Title } from "@mantine/core";
import { IconEye, IconMessage, IconPointer, IconShieldCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Logo } from "../app/logo";
import classes from "./welcome.module.css";

interface WelcomeProps {
  title: string;
  lead: string;
  children: ReactNode;
}

/** The frame of the pages before anyone is signed in. */
export function Welcome({ title, lead, children }: WelcomeProps) {
  return (
    <main className={classes.page}>
      <section className={classes.story} aria-hidden="true">
        <Box className={classes.storyText}>
          <Title order={2} className={classes.claim}>
            See what they see.
            <br />
            Fix it together.
          </Title>
          <List spacing="md" size="md" center className={classes.points}>
            <Point icon={<IconMessage size={18} />}>Chat from the page the customer is on</Point>
            <Point icon={<IconEye size={18} />}>Watch that page live, with nothing to install</Point>
            <Point icon={<IconPointer size={18} />}>Point, click and type where they are stuck</Point>
            <Point icon={<IconShieldCheck size={18} />}>Only with their consent, and never past a private field</Point>
          </List>
        </Box>
        <div className={classes.glow} />
      </section>
      <section className={classes.form}>
        <Box className={classes.inner}>
          <Logo size={32} />
          <Title order={1} size="h2" mt={36}>
            {title}
          </Title>
          <Text c="dimmed" mb="lg" mt={4}>
            {lead}
          </Text>
          <Paper bg="transparent">{children}</Paper>
        </Box>
      </section>
    </main>
  );
}

function Point({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <List.Item
      icon={
        <ThemeIcon size={34} radius="xl" className={classes.pointIcon}>
          {icon}
        </ThemeIcon>
      }
    >
      <Text span lh={1.4}>
        {children}
      </Text>
    </List.Item>
  );
}
