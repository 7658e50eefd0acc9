import { Box, Center, Loader, MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { MutationCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { access } from "../api/client";
import { Problem } from "../api/problem";
import { ProblemNote } from "../ui/page";
import { toastProblem } from "../ui/toasts";
import { router } from "./router";
import { theme, tints } from "./theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => {
        const status = error instanceof Problem ? error.status : -1;
        return failures < 4 && (status === 0 || status >= 500);
      },
      retryDelay: (attempt, error) =>
        (error instanceof Problem && error.retryAfter) || Math.min(8_000, 500 * 2 ** attempt),
    },
  },
  // Forms that show their own problems say so.
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      if (!mutation.meta?.shown) toastProblem(error);
    },
  }),
});

access.subscribe(() => {
  if (access.signIn().status === "out") queries.clear();
  void router.invalidate();
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={tints} defaultColorScheme="auto">
      <Notifications position="bottom-center" limit={4} />
      <QueryClientProvider client={queries}>
        <ModalsProvider>
          <Started />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Waits until it is known whether somebody is signed in. */
function Started() {
  const [state, setState] = useState<"starting" | "ready" | { problem: unknown }>("starting");
  const begin = useCallback(() => {
    access.start().then(
      () => setState("ready"),
      (problem: unknown) => setState({ problem }),
    );
  }, []);
  useEffect(begin, [begin]);
  if (state === "ready") return <RouterProvider router={router} />;
  if (state === "starting") {
    return (
      <Center h="100dvh">
        <Loader aria-label="Starting" />
      </Center>
    );
  }
  return (
    <Box maw={560} mx="auto" p="xl" mt="15vh">
      <ProblemNote error={state.problem} onRetry={begin} />
    </Box>
  );
}
