import * as de from "@remote-support/sdk/words/de";
import * as en from "@remote-support/sdk/words/en";
import { inPageLanguage } from "@remote-support/sdk/words/language";

export const say = inPageLanguage({ en: { ...en.shared, ...en.widget }, de: { ...de.shared, ...de.widget } });
