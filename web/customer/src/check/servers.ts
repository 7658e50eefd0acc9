import { probeServers, type ServerAnswer } from "@remote-support/media";
import { element } from "@remote-support/sdk/dom";
import { button, card, type Card } from "./card";
import { say } from "./words";

/** @param servers what whoever opened the page was given; nothing where nobody did */
export function serversCard(servers: RTCIceServer[] | undefined, changed: () => void): Card {
  const words = say.servers;
  const one = card(words.name, "check-servers", changed);

  async function test(given: RTCIceServer[]): Promise<void> {
    if (one.state === "running") return;
    one.show("running", say.running);
    const answers = await probeServers(given);
    judge(answers);
    one.extra(element("ul", {}, ...answers.map(({ url, word }) => element("li", {}, `${url} ${words.words[word]}`))));
    one.tools(button(say.again, "check-servers-test", () => void test(given)));
  }

  function judge(answers: ServerAnswer[]): void {
    const relays = answers.filter(({ url }) => url.startsWith("turn"));
    const counting = relays.length ? relays : answers;
    if (counting.some(({ word }) => word === "answers")) one.show("good", words.good);
    else if (counting.some(({ word }) => word === "refused" || word === "busy")) {
      one.show("bad", words.refused, words.refusedHelp);
    } else one.show("bad", words.unreachable, words.unreachableHelp);
  }

  if (!servers) one.show("idle", words.without);
  else if (!servers.length) one.show("good", words.direct);
  else void test(servers);
  return one;
}
