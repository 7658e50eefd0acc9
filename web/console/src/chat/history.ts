import type { ChatMessage } from "@remote-support/protocol";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client";
import { EMPTY, isMissingSome, withMessages, type Timeline } from "./timeline";

/** The whole conversation as it is stored, for those who do not take part in it. */
export function useHistory(sessionId: string, enabled: boolean) {
  return useQuery({
    queryKey: ["chat", sessionId],
    queryFn: async ({ signal }) => {
      let timeline: Timeline = EMPTY;
      let before: number;
      do {
        before = timeline.have;
        const part = await api.get<{ items: ChatMessage[]; last: number }>(`/api/support/chat/${sessionId}/messages`, {
          query: { after: timeline.have, limit: 200 },
          signal,
        });
        timeline = withMessages(timeline, part.items, part.last);
      } while (isMissingSome(timeline) && timeline.have > before);
      return timeline;
    },
    enabled,
  });
}
