import { Button } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { Link, Navigate } from "@tanstack/react-router";
import { Empty, LoadingRows, Page } from "../ui/page";
import { longestUnanswered } from "./summary";
import { useMyChats } from "./use-my-chats";

/** Leads to the chat that needs an answer first. */
export function ChatsPage() {
  const { chats, loaded } = useMyChats();
  const first = longestUnanswered(chats) ?? chats[0];
  if (first) return <Navigate to="/sessions/$id" params={{ id: first.session.id }} replace />;
  return (
    <Page title="My chats" lead="The customers you help right now, side by side.">
      {loaded ? (
        <Empty
          icon={<IconMessages size={28} />}
          title="You help nobody right now"
          action={
            <Button component={Link} to="/queue">
              See who is waiting
            </Button>
          }
        >
          Pick somebody up from the queue, or be online and wait for an offer. With several chats open, switch by{" "}
          <b>Alt ↑</b> and <b>Alt ↓</b>.
        </Empty>
      ) : (
        <LoadingRows rows={3} />
      )}
    </Page>
  );
}
