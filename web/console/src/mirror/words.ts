const en = {
  title: "What support sees",
  sees: (names: string[]) =>
    `${listed(names, "and") || "Support"} ${names.length > 1 ? "see" : "sees"} this of your page`,
  nobody: "Nobody is looking at your page right now",
  hint: "Grey parts have not left your browser. Nothing can be clicked here.",
  away: "Your page is loading, or it was closed",
  over: "Support no longer sees your page",
  close: "You can close this window.",
  alone: "This window belongs to a page that support can see",
  how: "Open it with the eye in the bar at the top of that page.",
};

const de: typeof en = {
  title: "Was der Support sieht",
  sees: (names) =>
    `${listed(names, "und") || "Der Support"} ${names.length > 1 ? "sehen" : "sieht"} das von Ihrer Seite`,
  nobody: "Gerade sieht sich niemand Ihre Seite an",
  hint: "Graue Teile haben Ihren Browser nicht verlassen. Hier lässt sich nichts anklicken.",
  away: "Ihre Seite wird geladen oder wurde geschlossen",
  over: "Der Support sieht Ihre Seite nicht mehr",
  close: "Sie können dieses Fenster schließen.",
  alone: "Dieses Fenster gehört zu einer Seite, die der Support sehen kann",
  how: "Öffnen Sie es mit dem Auge in der Leiste oben auf dieser Seite.",
};

const german = /^de\b/i.test(navigator.language);

export const language = german ? "de" : "en";
export const words = german ? de : en;

function listed(names: string[], and: string): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1) ?? ""}`;
}
