/** The language of the page, else that of the browser; where we have no words in it, English. */
export function inPageLanguage<Words>(words: { en: Words; de: Words }): Words {
  return language().startsWith("de") ? words.de : words.en;
}

/** As in the page's own `lang`, for dates and numbers, too. */
export function language(): string {
  const said = document.documentElement.lang || navigator.language;
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(said) ? said.toLowerCase() : "en";
}
