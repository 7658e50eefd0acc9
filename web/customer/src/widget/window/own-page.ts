import { here, type Host } from "@remote-support/sdk/host";
import { say } from "../words";

/** Opens the customer's own page in a tab of its own, by a code that works once. It is behind the #, which no server sees. */
export async function openOwnPage({ origin, request }: Host): Promise<void> {
  // At once, in answer to the click: a browser blocks what opens later.
  const tab = open("about:blank", "_blank");
  try {
    const { code } = await request<{ code: string }>("my/codes", {});
    const said = new URLSearchParams({ code, from: here().url, lang: say.language });
    const page = `${origin}/my#${said.toString()}`;
    if (!tab) return location.assign(page);
    tab.opener = null;
    tab.location.replace(page);
  } catch (problem) {
    tab?.close();
    throw problem;
  }
}
