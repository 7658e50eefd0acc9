import { Anchor, Badge, Button, Select, Group, Stack, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconDeviceLaptop, IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { api } from "../api/client";
import type { Device, Page as PageOf } from "../api/model";
import { useShortcut } from "../app/shortcuts";
import { Empty, LoadingRows, Page, ProblemNote } from "../ui/page";
import { DataTable } from "../ui/table";
import { ago, dayAndTime, useNow } from "../ui/time";

const SORTS = [
  { value: "-lastSeenAt", label: "Last seen first" },
  { value: "lastSeenAt", label: "Longest away first" },
  { value: "name", label: "By name" },
];

export function DevicesPage() {
  const [text, setText] = useState("");
  const [sort, setSort] = useState("-lastSeenAt");
  const [q] = useDebouncedValue(text.trim(), 250);
  const field = useRef<HTMLInputElement>(null);
  useShortcut("/", () => field.current?.focus());
  const devices = useInfiniteQuery({
    queryKey: ["devices", q, sort],
    queryFn: ({ pageParam, signal }) =>
      api.get<PageOf<Device>>("/api/devices", { query: { q, sort, limit: 50, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const rows = devices.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="Devices" lead="The browsers your customers asked for help with, and when each was last seen.">
      <Group mb="md" gap="sm">
        <TextInput
          ref={field}
          flex={1}
          miw={220}
          aria-label="Search devices"
          placeholder="Search by customer or browser"
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          aria-label="Sort"
          w={180}
          data={SORTS}
          value={sort}
          onChange={(value) => setSort(value ?? "-lastSeenAt")}
        />
      </Group>
      {devices.isPending ? (
        <LoadingRows rows={5} height={58} />
      ) : devices.isError && rows.length === 0 ? (
        <ProblemNote error={devices.error} onRetry={() => void devices.refetch()} />
      ) : rows.length === 0 ? (
        <Empty icon={<IconDeviceLaptop size={28} />} title={q ? `Nothing matches “${q}”` : "No device yet"}>
          {q ? (
            "Try a part of the name."
          ) : (
            <>
              A customer&apos;s browser appears here with its first session. Try it with the{" "}
              <Anchor href="/demo/" target="_blank" rel="noreferrer" size="sm">
                demo shop
              </Anchor>
              .
            </>
          )}
        </Empty>
      ) : (
        <Stack>
          <DataTable head={["Device", "Customer", "Last seen", "State", ""]}>
            {rows.map((device) => (
              <Row key={device.id} device={device} />
            ))}
          </DataTable>
          {devices.hasNextPage && (
            <Button
              variant="default"
              mx="auto"
              loading={devices.isFetchingNextPage}
              onClick={() => void devices.fetchNextPage()}
            >
              Load more
            </Button>
          )}
        </Stack>
      )}
    </Page>
  );
}

function Row({ device }: { device: Device }) {
  const now = useNow();
  return (
    <Table.Tr data-testid="device-row">
      <Table.Td>
        <Text size="sm" fw={600}>
          {device.name}
        </Text>
        <Text size="xs" c="dimmed">
          {device.os}
        </Text>
      </Table.Td>
      <Table.Td>{device.customerName ?? "Visitor"}</Table.Td>
      <Table.Td title={dayAndTime(device.lastSeenAt)}>{ago(device.lastSeenAt, now)}</Table.Td>
      <Table.Td>
        <Badge color={device.online ? "petrol" : "gray"}>{device.online ? "Online" : "Away"}</Badge>
      </Table.Td>
      <Table.Td ta="right">
        {device.lastSessionId && (
          <Button
            size="compact-sm"
            variant="subtle"
            renderRoot={(props) => <Link to="/sessions/$id" params={{ id: device.lastSessionId ?? "" }} {...props} />}
          >
            Last session
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
