/** `/sdk/mirror.js`: lets customers look at what technicians see of their page. */

import { define } from "../host";
import { mirror, type Mirror } from "./mirror";

export interface MirrorScript {
  /**
   * @param stop the bar's button, beside which ours comes
   * @param whole called when everything has to be sent from its beginning
   */
  create(stop: HTMLElement, whole: () => void): Mirror;
}

define("mirror", (host): MirrorScript => ({ create: (stop, whole) => mirror(host, stop, whole) }));
