import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";

export const say = () => inPageLanguage({ en: en.call, de: de.call });

export const sayQueue = () => inPageLanguage({ en: en.queue, de: de.queue });
