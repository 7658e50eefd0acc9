import { ActionIcon, Box, Group, Image, Loader, Modal, Skeleton, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { IconDownload, IconFile, IconPhotoOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { api } from "../api/client";
import { formatBytes } from "../ui/bytes";
import { toastProblem } from "../ui/toasts";
import type { Attachment } from "./upload";
import classes from "./chat.module.css";

interface AttachmentViewProps {
  sessionId: string;
  attachment: Attachment;
  /** Its caption; often just the name again. */
  text: string;
}

/** A picture as the server re-encoded it, or a file to download; nothing of it is opened here as it came. */
export function AttachmentView({ sessionId, attachment, text }: AttachmentViewProps) {
  const path = `/api/support/chat/${sessionId}/attachments/${attachment.id}`;
  const caption = text && text !== attachment.name ? text : undefined;
  return (
    <Box data-testid="attachment">
      {attachment.preview && <Preview path={`${path}/preview`} name={attachment.name} />}
      <Group gap={8} wrap="nowrap" className={classes.file}>
        {!attachment.preview && <IconFile size={20} stroke={1.5} />}
        <div className={classes.fileName}>
          <Text size="sm" fw={600} truncate title={attachment.name}>
            {attachment.name}
          </Text>
          <Text size="xs" className={classes.fileSize}>
            {formatBytes(attachment.size)}
          </Text>
        </div>
        <Download path={path} name={attachment.name} />
      </Group>
      {caption && <div className={classes.caption}>{caption}</div>}
    </Box>
  );
}

function Download({ path, name }: { path: string; name: string }) {
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const url = URL.createObjectURL(await api.blob(path));
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Tooltip label="Download">
      <ActionIcon
        variant="transparent"
        className={classes.download}
        onClick={() => void download()}
        aria-label={`Download ${name}`}
        disabled={busy}
      >
        {busy ? <Loader size={16} color="currentColor" /> : <IconDownload size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}

function Preview({ path, name }: { path: string; name: string }) {
  const picture = usePicture(path);
  const [opened, setOpened] = useState(false);
  if (picture === "failed") {
    return (
      <Group gap={6} py={6}>
        <IconPhotoOff size={16} />
        <Text size="xs">The preview could not be loaded</Text>
      </Group>
    );
  }
  if (!picture) return <Skeleton width={220} height={140} radius="md" />;
  return (
    <>
      <UnstyledButton onClick={() => setOpened(true)} aria-label={`Enlarge ${name}`} className={classes.picture}>
        <img src={picture} alt={name} />
      </UnstyledButton>
      <Modal opened={opened} onClose={() => setOpened(false)} title={name} size="auto">
        <Image src={picture} alt={name} fit="contain" mah="75vh" maw="85vw" />
      </Modal>
    </>
  );
}

/** Pictures need the token too, so they come by a call and not by their address. */
function usePicture(path: string): string | "failed" | undefined {
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    let url: string | undefined;
    api.blob(path, stop.signal).then(
      (blob) => setPicture((url = URL.createObjectURL(blob))),
      () => !stop.signal.aborted && setPicture("failed"),
    );
    return () => {
      stop.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [path]);
  return picture;
}
