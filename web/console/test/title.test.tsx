import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useTitle, useTitleMark } from "../src/ui/title";

interface Marks {
  offer?: string;
  unread?: string;
  waiting?: string;
}

function Tab({ title, offer, unread, waiting }: Marks & { title: string }) {
  useTitle(title);
  useTitleMark("offer", offer);
  useTitleMark("unread", unread);
  useTitleMark("waiting", waiting);
  return null;
}

describe("the title of the tab", () => {
  it("counts what is unread before the name of the page", () => {
    const { rerender } = render(<Tab title="Queue" unread="3" />);
    expect(document.title).toBe("(3) Queue · Remote Support");

    rerender(<Tab title="Sessions" unread="4" />);
    expect(document.title).toBe("(4) Sessions · Remote Support");

    rerender(<Tab title="Sessions" />);
    expect(document.title).toBe("Sessions · Remote Support");
  });

  it("shows the most urgent first: an offer, then what is unread, then who waits", () => {
    const { rerender } = render(<Tab title="Queue" offer="Offer" unread="3" waiting="7" />);
    expect(document.title).toBe("(Offer) Queue · Remote Support");

    rerender(<Tab title="Queue" unread="3" waiting="7" />);
    expect(document.title).toBe("(3) Queue · Remote Support");

    rerender(<Tab title="Queue" waiting="7" />);
    expect(document.title).toBe("(7) Queue · Remote Support");
  });
});
