import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AutoAnswer } from "../src/call/auto-answer";
import { show } from "./screen";

const here = vi.hoisted(() => ({ bell: true, calls: [] as { state: () => { phase: string } }[] }));
const play = vi.hoisted(() => vi.fn());
vi.mock("@remote-support/media", () => ({ canCall: () => true }));
vi.mock("../src/ui/sound", () => ({ play }));
vi.mock("../src/ui/bell", () => ({ hasBell: () => here.bell }));
vi.mock("../src/auth/use-user", () => ({ useUser: () => ({ id: "ada" }) }));
vi.mock("../src/call/calls-provider", () => ({ useOpenCalls: () => here.calls }));

const answer = vi.fn();
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
  here.bell = true;
  here.calls = [];
  play.mockReset();
  answer.mockReset();
  localStorage.setItem("remote-support.answers-calls.ada", "1");
});

describe("AutoAnswer", () => {
  it("answers once, after a beep and three seconds", async () => {
    show(<AutoAnswer answer={answer} />);
    expect(play).toHaveBeenCalledExactlyOnceWith("soon");
    expect(screen.getByTestId("call-auto-answer").textContent).toContain("3");

    await wait(2_900);
    expect(answer).not.toHaveBeenCalled();
    await wait(5_000);

    expect(answer).toHaveBeenCalledOnce();
  });

  it("is stopped by a click", async () => {
    show(<AutoAnswer answer={answer} />);
    await wait(1_000);
    fireEvent.click(screen.getByTestId("call-auto-answer-stop"));
    await wait(10_000);

    expect(answer).not.toHaveBeenCalled();
    expect(screen.queryByTestId("call-auto-answer")).toBeNull();
  });

  it.each([
    ["for nobody who does not want it", () => localStorage.clear()],
    [
      "for nobody else on this computer",
      () => {
        localStorage.clear();
        localStorage.setItem("remote-support.answers-calls.bob", "1");
      },
    ],
    ["in no other tab than the one that rings", () => (here.bell = false)],
    ["out of no other call", () => (here.calls = [{ state: () => ({ phase: "active" }) }])],
  ])("answers %s", async (_, given) => {
    given();
    show(<AutoAnswer answer={answer} />);
    await wait(10_000);

    expect(answer).not.toHaveBeenCalled();
    expect(play).not.toHaveBeenCalled();
  });
});
