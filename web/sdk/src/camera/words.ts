import * as de from "../words/de";
import * as en from "../words/en";
import { inPageLanguage } from "../words/language";

export const say = () => inPageLanguage({ en: en.camera, de: de.camera });
