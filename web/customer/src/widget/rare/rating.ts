import { Refused, type Host } from "@remote-support/sdk/host";
import { line } from "../icons";
import { excuse } from "../excuse";
import { say } from "./words";

/** Five stars and a comment, once. Radio buttons, so that keys and screen readers know them. */
export function rating(host: Host, session: string, title: string, done: () => void): HTMLElement {
  const { element } = host;
  let chosen = 0;

  const stars = say.stars.map((word, index) => {
    const value = index + 1;
    const input = element("input", {
      type: "radio",
      name: "rating",
      value,
      class: "unseen",
      "aria-label": `${say.star(value)}, ${word}`,
      "data-testid": `rs-star-${value}`,
      change: () => choose(value),
    });
    return element("label", { title: word }, input, line("star"));
  });
  const word = element("p", { class: "verdict", "aria-hidden": "true" });
  const comment = element("textarea", {
    rows: 2,
    maxlength: 2000,
    placeholder: say.comment,
    "aria-label": say.comment,
    "data-testid": "rs-comment",
  });
  const button = element("button", { type: "submit", class: "main", "data-testid": "rs-rate" }, say.sendRating);
  const complaint = element("p", { class: "complaint", role: "alert", hidden: true });
  const more = element("div", { class: "more", hidden: true }, comment, complaint, button);
  const form = element(
    "form",
    { class: "rating", "data-testid": "rs-rating", submit },
    element("fieldset", {}, element("legend", {}, title), element("div", { class: "stars" }, ...stars)),
    word,
    more,
  );

  function choose(value: number): void {
    chosen = value;
    stars.forEach((star, index) => star.classList.toggle("lit", index < value));
    word.textContent = say.stars[value - 1] ?? "";
    more.hidden = false;
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!chosen || button.disabled) return;
    button.disabled = true;
    complaint.hidden = true;
    const said = comment.value.trim();
    try {
      await host.request(`sessions/${session}/rating`, { rating: chosen, ...(said && { comment: said }) });
      thank(say.rated);
    } catch (problem) {
      // Rated elsewhere, in another tab or on another device: that one counts.
      if (problem instanceof Refused && problem.code === "already-rated") return thank(excuse(problem));
      complaint.textContent = excuse(problem);
      complaint.hidden = false;
      button.disabled = false;
    }
  }

  function thank(words: string): void {
    const thanks = element("p", { class: "thanks", role: "status", tabindex: -1 }, words);
    form.replaceChildren(thanks);
    thanks.focus();
    done();
  }

  return form;
}

/** A rating that was given. */
export function ratingGiven({ element }: Host, value: number): HTMLElement {
  return element(
    "span",
    { class: "given", role: "img", "aria-label": say.youRated(value) },
    ...say.stars.map((_word, index) => {
      const star = line("star");
      if (index < value) star.classList.add("lit");
      return star;
    }),
  );
}
