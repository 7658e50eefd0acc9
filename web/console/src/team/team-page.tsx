import { SegmentedControl, Select, SimpleGrid } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import type { Page as Listed, Session } from "../api/model";
import { canTake, presence } from "../desk/availability";
import type { DeskMember } from "../desk/model";
import { useDeskStaff, useTeams } from "../desk/queries";
import { GiveDialog } from "../queue/give-dialog";
import { useQueueSize } from "../queue/queries";
import { Figure } from "../ui/figure";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { MemberCard } from "./member-card";
import classes from "./team.module.css";

type Show = "here" | "all";

/** Who does what right now, for those who look after the desk. */
export function TeamPage() {
  const staff = useDeskStaff();
  const teams = useTeams();
  const running = useRunning();
  const [team, setTeam] = useState<string | null>(null);
  const [show, setShow] = useState<Show>("here");
  const [given, setGiven] = useState<Session>();
  const members = (staff.data ?? []).filter((member) => !team || member.teams.some(({ id }) => id === team));
  const shown = inOrder(members).filter((member) => show === "all" || member.connected || isBusy(member));
  return (
    <Page
      title="Team"
      lead="Who does what right now. Send somebody to a break, or give a session to somebody else."
      actions={
        <>
          {(teams.data?.length ?? 0) > 0 && (
            <Select
              aria-label="Team"
              placeholder="All teams"
              clearable
              w={180}
              data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={team}
              onChange={setTeam}
            />
          )}
          <SegmentedControl
            aria-label="Show"
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={[
              { value: "here", label: "Here now" },
              { value: "all", label: "Everybody" },
            ]}
          />
        </>
      }
    >
      {staff.isPending ? (
        <LoadingRows rows={3} height={140} />
      ) : staff.isError ? (
        <ProblemNote error={staff.error} onRetry={() => void staff.refetch()} />
      ) : (
        <>
          <Summary members={members} />
          {shown.length === 0 ? (
            <Empty icon={<IconUsersGroup size={28} />} title="Nobody is here">
              As soon as a colleague opens the console, they appear here with what they do.
            </Empty>
          ) : (
            <div className={classes.grid}>
              {shown.map((member) => (
                <MemberCard
                  key={member.id}
                  member={member}
                  sessions={(running.data ?? []).filter((session) => session.staff?.id === member.id)}
                  onGive={setGiven}
                />
              ))}
            </div>
          )}
        </>
      )}
      {given && <GiveDialog session={given} onClose={() => setGiven(undefined)} />}
    </Page>
  );
}

function Summary({ members }: { members: readonly DeskMember[] }) {
  const waiting = useQueueSize();
  const available = members.filter((member) => canTake(member)).length;
  const breaks = members.filter((member) => member.availability === "break" && member.connected).length;
  const [chats, most] = [
    members.reduce((sum, { load }) => sum + load.chat, 0),
    members.filter(({ connected }) => connected).reduce((sum, { limits }) => sum + limits.chat, 0),
  ];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} mb="md" spacing="sm">
      <Figure name="Waiting" value={waiting.toLocaleString()} warning={waiting > 0 && available === 0} />
      <Figure name="Available" value={available.toLocaleString()} />
      <Figure name="On a break" value={breaks.toLocaleString()} />
      <Figure name="Chats / places" value={`${chats} / ${most}`} />
    </SimpleGrid>
  );
}

/** All sessions that run. */
function useRunning() {
  return useQuery({
    queryKey: ["sessions", "running"],
    queryFn: async ({ signal }) =>
      (
        await api.get<Listed<Session>>("/api/sessions", {
          query: { state: "active,interrupted", sort: "requestedAt", limit: 200 },
          signal,
        })
      ).items,
    refetchInterval: 30_000,
  });
}

function isBusy({ load }: DeskMember): boolean {
  return load.chat + load.call > 0;
}

const ORDER = ["Online", "Busy", "Break", "Away", "Offline"];

function inOrder(members: readonly DeskMember[]): DeskMember[] {
  const rank = (member: DeskMember) => ORDER.indexOf(presence(member).label);
  return [...members].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
