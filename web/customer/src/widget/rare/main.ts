/** `/sdk/rare.js`: files, emoji, ratings, what was before, and the form for when nobody is here. */

import { define } from "@remote-support/sdk/host";
import { rareViews } from "./rare";

define("rare", rareViews);
