import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots, IconMail, IconTransfer, IconUserShare } from "@tabler/icons-react";
import { useState } from "react";
import { useShortcut } from "../app/shortcuts";
import type { Session } from "../api/model";
import { mayGive } from "../auth/permissions";
import { useUser } from "../auth/use-user";
import { GiveDialog } from "../queue/give-dialog";
import { isLive } from "../sessions/queries";
import { TranscriptDialog } from "./transcript-dialog";
import { TransferDialog } from "./transfer-dialog";
import classes from "./session.module.css";

type Dialog = "transfer" | "give" | "transcript";

/** What can be done with a session beside ending it. */
export function SessionActions({ session }: { session: Session }) {
  const user = useUser();
  const [dialog, setDialog] = useState<Dialog>();
  const mine = session.staff?.id === user.id;
  const lead = mayGive(user);
  const mayTransfer = isLive(session) && (mine || lead);
  useShortcut("t", () => mayTransfer && setDialog("transfer"));
  const close = () => setDialog(undefined);
  return (
    <>
      {mayTransfer && (
        <Button
          variant="default"
          leftSection={<IconTransfer size={16} />}
          onClick={() => setDialog("transfer")}
          className={classes.transfer}
          data-testid="session-transfer"
        >
          Transfer
        </Button>
      )}
      {(mine || lead) && (
        <Menu position="bottom-end" width={230}>
          <Menu.Target>
            <ActionIcon size={36} aria-label="More actions" data-testid="session-more">
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {lead && session.state !== "ended" && (
              <Menu.Item leftSection={<IconUserShare size={16} />} onClick={() => setDialog("give")}>
                Give to a colleague…
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconMail size={16} />}
              onClick={() => setDialog("transcript")}
              data-testid="session-transcript"
            >
              Send by mail…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog === "transfer" && <TransferDialog session={session} onClose={close} />}
      {dialog === "give" && <GiveDialog session={session} onClose={close} />}
      {dialog === "transcript" && <TranscriptDialog session={session} onClose={close} />}
    </>
  );
}
