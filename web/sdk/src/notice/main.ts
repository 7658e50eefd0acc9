/** `/sdk/notice.js`: tells the customer what seldom happens. */

import { define } from "../host";
import type * as en from "../words/en";
import { notice } from "./notice";

export interface NoticeScript {
  tell(what: keyof typeof en.notice): void;
}

define("notice", (host): NoticeScript => ({ tell: (what) => notice(host, what) }));
